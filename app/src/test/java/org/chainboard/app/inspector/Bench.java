package org.chainboard.app.inspector;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToolBar;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Samples;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.run.Background;
import org.chainboard.app.run.Session;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window with the inspector at its right side, and a session that really trains. */
final class Bench implements AutoCloseable {
    private static final int HEIGHT = 700;

    final History history;
    final Selection selection;
    final Session session;
    final PulseClock clock = new PulseClock();
    final Theme theme = new Theme(Look.LIGHT);
    final InspectorView inspector;
    final Background background = new Background();
    private final Scene scene;

    Bench(Stage stage, Document first, CodeSource code, double width) {
        history = new History(first);
        selection = new Selection(history);
        session = new Session(history, new PlatformFxThread(), background, clock);
        Texts texts = Texts.in(Locale.ROOT);
        inspector =
                new InspectorView(history, selection, session, texts, theme.palette(), clock, code, background.io());
        inspector.setPrefWidth(width);
        Button elsewhere = new Button("elsewhere");
        elsewhere.setId("elsewhere");
        BorderPane root = new BorderPane();
        root.setRight(inspector);
        root.setLeft(new ToolBar(elsewhere));
        scene = new Scene(root, width + 110, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width + 110);
        stage.setHeight(HEIGHT);
        stage.show();
        clock.start();
    }

    /** Blocks in a row, from input (n1) to loss (n2); the first of them is n3. */
    static Document row(Block... blocks) {
        Document document = Samples.blank();
        String before = "n1";
        for (Block block : blocks) {
            String id = document.nextId();
            document = document.with(block, new Position(240, 120));
            Network joined = document.network().connect(Wire.between(before, id));
            document = document.with(joined);
            before = id;
        }
        return document.with(document.network().connect(Wire.between(before, "n2")));
    }

    /** The network of the first sample: n3 to n9, of which n3, n5 and n8 are Dense and n7 is typed. */
    static Document spirals() {
        return row(
                Samples.dense(8),
                new Block.Activation("tanh"),
                new Block.Dense(8, "identity", "glorot_uniform", true),
                new Block.Activation("tanh"),
                new Block.Function("x -> a*x^2 + x", 1),
                Samples.dense(2),
                new Block.Activation("softmax"));
    }

    void select(FxRobot robot, String... ids) {
        robot.interact(() -> selection.select(Set.of(ids)));
    }

    /** Waits until what is drawn was looked at. */
    void settled() {
        until(() -> session.outcome().get().document().equals(history.now()));
    }

    /** Trains until there are some steps to look at. */
    void train(FxRobot robot) {
        settled();
        robot.interact(session::train);
        until(() -> session.snapshot().get().filter(s -> s.step() > 40).isPresent());
    }

    static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("It never came to be", e);
        }
    }

    @Override
    public void close() {
        clock.stop();
        session.close();
        background.close();
    }

    /** Writes a picture of the inspector into {@code target/pictures}. */
    void picture(String name) {
        WritableImage image = inspector.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] bytes = new byte[width * height * 4];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bytes, 0, width * 4);
        int[] pixels = new int[width * height];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
        var picture = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
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
