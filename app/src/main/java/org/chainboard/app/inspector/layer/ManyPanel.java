package org.chainboard.app.inspector.layer;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkNode;

/** Several nodes: how many, and what they are called. */
final class ManyPanel implements Panel {
    private final Context context;
    private final Set<String> ids;
    private final Label count = Rows.label("", Styles.MUTED);
    private final VBox list = new VBox();
    private final VBox page;

    ManyPanel(Context context, Set<String> ids) {
        this.context = context;
        this.ids = ids;
        Label title = Rows.label(context.text("many", ids.size()), Styles.INSPECTOR_TITLE);
        title.setId("many-count");
        list.getStyleClass().add(Styles.FIELD);
        Label hint = Rows.sentence(Styles.HINT);
        hint.setText(context.text("many.hint"));
        page = new VBox(Rows.ends(title, count), list, hint);
        page.getStyleClass().add(Styles.INSPECTOR_PAGE);
    }

    @Override
    public Region region() {
        return page;
    }

    @Override
    public void show(Facts now) {
        List<NetworkNode> nodes = now.network().nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .toList();
        int sum = nodes.stream()
                .mapToInt(node -> Math.max(0, NodeSizes.parameters(now, node)))
                .sum();
        count.setText(context.text("count", sum));
        list.getChildren().setAll(nodes.stream().map(node -> row(now, node)).toList());
    }

    private Region row(Facts now, NetworkNode node) {
        int parameters = NodeSizes.parameters(now, node);
        String text = parameters > 0 ? context.text("count", parameters) : "";
        return Rows.ends(new Label(node.name()), Rows.label(text, Styles.MUTED, Styles.SMALL));
    }
}
