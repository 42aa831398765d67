package org.chainboard.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.chainboard.app.action.Answers;
import org.chainboard.app.canvas.view.PortView;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in a window, with somebody who answers its questions, and ways to find things in it. */
final class House implements AutoCloseable {
    private static final int PATIENCE = 60;

    final Wiring wiring;
    final Stage stage;
    final Answers answers = new Answers();

    /** To be called on the JavaFX thread. */
    House(Stage stage, double width, double height) {
        this(stage, width, height, Machine.here());
    }

    /** With a machine of its own to train with; to be called on the JavaFX thread. */
    House(Stage stage, double width, double height, Machine machine) {
        this.stage = stage;
        wiring = new Wiring(stage, new PlatformFxThread(), answers, Texts.in(Locale.ROOT), machine);
        wiring.show(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** The id of the node with this name. */
    String id(String name) {
        return wiring.history().now().network().nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(NetworkNode::id)
                .findFirst()
                .orElseThrow();
    }

    /** Where the middle of a node's card is on the screen. */
    Point2D card(String name) {
        return middle(wiring.canvasPane().lookup("#" + id(name)));
    }

    /** Where the only input or output of a node is on the screen. */
    Point2D port(String name, boolean output) {
        Port wanted = new Port(id(name), 0);
        return wiring.canvasPane().lookup("#" + id(name)).lookupAll(".port").stream()
                .map(PortView.class::cast)
                .filter(port -> port.port().equals(wanted) && port.isOutput() == output)
                .map(House::middle)
                .findFirst()
                .orElseThrow();
    }

    /** A place on the screen, as a share of the canvas. */
    Point2D canvas(double across, double down) {
        Bounds bounds = wiring.canvasPane().localToScreen(wiring.canvasPane().getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    /** The row of the palette with this name. */
    Node palette(String name) {
        return stage.getScene().getRoot().lookupAll(".palette-item").stream()
                .filter(row -> name.equals(row.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Waits until something holds; the sentence is what fails otherwise. */
    static void until(String sentence, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(holds).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + sentence, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Writes a picture of the window into {@code target/pictures}; to be called on the JavaFX thread. */
    void picture(String name) {
        try {
            WindowPicture.write(WindowPicture.of(stage.getScene()), Path.of("target", "pictures", name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the stage, which all tests share, as it was. */
    @Override
    public void close() {
        wiring.close();
        stage.titleProperty().unbind();
        stage.setOnCloseRequest(null);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
    }
}
