package org.chainboard.app.inspector.layer;

import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;

/** A layer used a second time: it has no settings of its own, and leads to the node that has them. */
final class SharedPanel extends NodePanel {
    private final Label about = Rows.sentence(Styles.HINT);
    private final Hyperlink original = new Hyperlink();

    SharedPanel(Context context, String id) {
        super(context, id);
        original.setId("shared-original");
        about.setText(context.text("shared"));
        add(about, original);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        String shared = ((Block.Shared) node.block()).original();
        String name = now.node(shared).map(NetworkNode::name).orElse("");
        original.setText(context().text("shared.show", name));
        original.setOnAction(event -> context().selection().select(Set.of(shared)));
        Rows.show(original, !name.isEmpty());
    }
}
