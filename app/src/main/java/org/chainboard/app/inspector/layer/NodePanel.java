package org.chainboard.app.inspector.layer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.inspector.part.Title;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Problem;

/** What the panels of all kinds of nodes share: name, number of parameters, and the sentence about a problem on top. */
abstract class NodePanel implements Panel {
    private final String id;
    private final Context context;
    private final Title title;
    private final Label problem = Rows.sentence(Styles.MISTAKE);
    private final VBox page = new VBox();

    NodePanel(Context context, String id) {
        this.context = context;
        this.id = id;
        title = new Title(context, id);
        problem.setId("node-problem");
        page.getStyleClass().add(Styles.INSPECTOR_PAGE);
        page.getChildren().addAll(title, problem);
    }

    /** Adds rows, from top to bottom. */
    final void add(Node... rows) {
        page.getChildren().addAll(rows);
    }

    final String id() {
        return id;
    }

    final Context context() {
        return context;
    }

    @Override
    public final Region region() {
        return page;
    }

    @Override
    public final void rename() {
        title.edit();
    }

    @Override
    public final void show(Facts now) {
        now.node(id).ifPresent(node -> {
            title.show(node, NodeSizes.parameters(now, node));
            problem.setText(now.problem(id)
                    .filter(found -> !tells(found))
                    .map(Problem::sentence)
                    .orElse(""));
            show(node, now);
        });
    }

    /** Whether the panel shows this problem by itself, at its place. */
    boolean tells(Problem found) {
        return false;
    }

    abstract void show(NetworkNode node, Facts now);
}
