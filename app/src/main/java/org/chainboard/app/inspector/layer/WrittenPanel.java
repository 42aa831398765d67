package org.chainboard.app.inspector.layer;

import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;

/** A layer given by its code, which is shown as it is. */
final class WrittenPanel extends NodePanel {
    private final Label code = Rows.sentence(Styles.FORMULA);
    private final Label about = Rows.sentence(Styles.HINT);

    WrittenPanel(Context context, String id) {
        super(context, id);
        code.setId("written-code");
        about.setText(context.text("written"));
        add(code, about);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        code.setText(((Block.Written) node.block()).code());
    }
}
