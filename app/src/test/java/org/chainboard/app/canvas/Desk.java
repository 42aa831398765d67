package org.chainboard.app.canvas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.chainboard.app.canvas.gesture.Connections;
import org.chainboard.app.canvas.gesture.PlainConnections;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.canvas.view.NetworkFacts;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.palette.PaletteItem;
import org.chainboard.app.palette.PaletteTarget;
import org.chainboard.app.palette.PaletteView;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.engine.network.Port;
import org.chainboard.tools.project.Position;
import org.testfx.util.WaitForAsyncUtils;

/** A window with palette and canvas, as the shell joins them. */
final class Desk {
    static final List<String> ACTIVATIONS = List.of("σ", "tanh", "relu", "gelu", "swish", "softplus", "elu", "softmax");
    private static final long PATIENCE = 10_000;

    final History history;
    final Selection selection;
    final SimpleObjectProperty<NetworkFacts> facts = new SimpleObjectProperty<>(NetworkFacts.NONE);
    final PulseClock clock = new PulseClock();
    final Theme theme = new Theme(Look.LIGHT);
    final Texts texts = Texts.in(Locale.ROOT);
    final CanvasPane canvas;
    final PaletteView palette;
    final Scene scene;

    Desk(Stage stage, Document first, NodeLive live, Connections more) {
        history = new History(first);
        selection = new Selection(history);
        Connections connections = new PlainConnections(texts).and(more);
        canvas = new CanvasPane(history, selection, facts, live, connections, texts, theme, clock);
        PaletteTarget target = new PaletteTarget(canvas::carry, canvas::letGo, canvas::cancel, canvas::add);
        palette = new PaletteView(PaletteItem.all(ACTIVATIONS), history.document(), target, texts, theme.palette());
        palette.setPrefWidth(205);
        BorderPane root = new BorderPane(canvas);
        root.setLeft(palette);
        scene = new Scene(root, 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /** Where a place of the canvas is on the screen. */
    Point2D screen(double x, double y) {
        Position pixel = canvas.camera().get().toScreen(new Position(x, y));
        return canvas.localToScreen(pixel.x(), pixel.y());
    }

    /** The middle of a node's card on the screen. */
    Point2D card(String id) {
        return middle(canvas.lookup("#" + id));
    }

    /** A port of a node on the screen. */
    Point2D port(String id, int index, boolean output) {
        return canvas.lookup("#" + id).lookupAll(".port").stream()
                .map(org.chainboard.app.canvas.view.PortView.class::cast)
                .filter(port -> port.port().equals(new Port(id, index)) && port.isOutput() == output)
                .map(Desk::middle)
                .findFirst()
                .orElseThrow();
    }

    /** The row of the palette with this name. */
    Node row(String name) {
        return palette.lookupAll(".palette-item").stream()
                .filter(row -> name.equals(row.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    /** The wires that are drawn, each as the ids at its ends. */
    Set<String> wires() {
        return history.now().network().wires().stream()
                .map(wire -> wire.from().node() + "-" + wire.to().node())
                .collect(Collectors.toSet());
    }

    /** Where a node stands. */
    Position place(String id) {
        return history.now().positions().get(id);
    }

    /** Whether no card lies on another. */
    boolean cardsAreApart() {
        List<Rectangle2D> cards = history.now().network().nodes().stream()
                .map(node -> CardSize.area(history.now(), node))
                .toList();
        return cards.stream()
                .allMatch(card -> cards.stream().noneMatch(other -> card != other && card.intersects(other)));
    }

    /** What the document was one step ago, where nothing lies before that. */
    Optional<Document> oneStepAgo() {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
            history.undo();
            return history.undoable().get().isEmpty() ? Optional.of(history.now()) : Optional.empty();
        });
    }

    /** What is said beside the pointer. */
    String said() {
        return canvas.lookupAll("." + Styles.REFUSAL).stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining());
    }

    /** Wires that show what would go into them. */
    long litWires() {
        return canvas.lookupAll("." + Styles.WIRE).stream()
                .filter(line -> line.getPseudoClassStates().contains(Styles.INSERT))
                .count();
    }

    /** The middle of a part of the window on the screen. */
    static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Writes a picture of the window into {@code target/pictures}. */
    void picture(String name) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] bytes = new byte[width * height * 4];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bytes, 0, width * 4);
        var picture = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(pixels);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                javax.imageio.ImageIO.write(picture, "png", out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
