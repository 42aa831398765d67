package org.chainboard.app;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.chainboard.app.ui.Styles;

/** Where the parts of the window stand. */
final class Shell extends BorderPane {
    private static final double PALETTE_WIDTH = 206;
    private static final double INSPECTOR_WIDTH = 296;
    private static final double CANVAS_SHARE = 0.66;

    /** The parts of the window. */
    record Parts(Region toolbar, Region palette, Region canvas, Region inspector, Region live, Region status) {}

    Shell(Parts parts) {
        BorderPane upper = new BorderPane(parts.canvas());
        upper.setLeft(scrolling(parts.palette()));
        upper.setRight(parts.inspector());
        parts.inspector().setPrefWidth(INSPECTOR_WIDTH);
        SplitPane split = new SplitPane(upper, parts.live());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(CANVAS_SHARE);
        SplitPane.setResizableWithParent(parts.live(), false);
        setTop(parts.toolbar());
        setCenter(split);
        setBottom(parts.status());
    }

    private static Node scrolling(Region palette) {
        palette.setPrefWidth(PALETTE_WIDTH);
        ScrollPane scroll = new ScrollPane(palette);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(PALETTE_WIDTH);
        scroll.setMinWidth(PALETTE_WIDTH);
        scroll.getStyleClass().add(Styles.PALETTE_SCROLL);
        return scroll;
    }
}
