package org.chainboard.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.chainboard.app.action.Dialogs;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Speed;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.codegen.ExportException;
import org.chainboard.tools.codegen.JavaExport;
import org.chainboard.tools.plot.LinePlot;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.PlotImage;
import org.chainboard.tools.plot.Series;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Sample;

/**
 * The program's story where there is no display: the window opens in memory, trains a sample, and leaves its picture, the
 * plot of the loss and the exported Java in a folder.
 */
public final class StoryApp extends Application {
    private static final long STEPS = 2_000;
    private static final Sample SAMPLE = Sample.TWO_SPIRALS;
    /** The node in the inspector: the middle layer, whose weights are worth a look. */
    private static final String SHOWN = "n4";

    private static final int PLOT_WIDTH = 720;
    private static final int PLOT_HEIGHT = 420;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private Wiring wiring;
    private Texts texts;
    private Path folder;
    private Stage stage;
    private int shownPercent = -1;
    private boolean ending;

    @Override
    public void start(Stage first) {
        stage = first;
        texts = Texts.in(Locale.getDefault());
        folder = Options.parse(getParameters().getRaw().toArray(String[]::new))
                .story()
                .orElseThrow();
        wiring = new Wiring(stage, new PlatformFxThread(), new NoDialogs(err), texts);
        wiring.show(stage);
        wiring.desk().open(SAMPLE.project());
        wiring.canvasPane().fit();
        wiring.selection().select(Set.of(SHOWN));
        Session session = wiring.session();
        session.setSpeed(Speed.FLAT_OUT);
        session.snapshot().addListener((property, before, now) -> now.ifPresent(this::follow));
        session.train();
    }

    private void follow(Snapshot now) {
        if (ending) {
            return;
        }
        if (now.phase() == Snapshot.Phase.FAILED) {
            end(1, now.failure());
        }
        progress(now.step());
        if (now.step() >= STEPS) {
            ending = true;
            wiring.session().pause();
            // one more look, so that the picture shows what the numbers say
            wiring.desk().current().thenAccept(project -> new PlatformFxThread().execute(() -> finish(project)));
        }
    }

    /** A bar that grows in place on a terminal, and a few lines elsewhere. */
    private void progress(long step) {
        boolean terminal = System.console() != null;
        int percent = (int) Math.min(100, step * 100 / STEPS);
        int notch = terminal ? 5 : 25;
        if (shownPercent >= 0 && percent / notch == shownPercent / notch) {
            return;
        }
        shownPercent = percent;
        String bar = "█".repeat(percent / 5) + "░".repeat(20 - percent / 5) + " " + percent + " %";
        err.print((terminal ? "\r  " : "  ") + bar + (terminal && percent < 100 ? "" : "\n"));
        err.flush();
    }

    private void finish(Project project) {
        Snapshot last = wiring.session().snapshot().get().orElseThrow();
        try {
            List<Path> files = write(project, last);
            result(last);
            files.forEach(file -> out.println("  " + file));
            end(0, "");
        } catch (IOException | ExportException e) {
            end(1, texts.get("story.failed", folder, e.getMessage()));
        }
    }

    private List<Path> write(Project project, Snapshot last) throws IOException, ExportException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("window.png"));
        WindowPicture.write(WindowPicture.of(stage.getScene()), files.get(0));
        files.add(folder.resolve("loss.png"));
        LinePlot plot = LinePlot.of(
                        texts.get("story.loss"),
                        List.of(series(last.loss(), 0), series(last.testLoss(), 1)),
                        texts.get("plot.empty.loss"))
                .withLog(true, "");
        PlotImage.writePng(plot, PLOT_WIDTH, PLOT_HEIGHT, Palette.LIGHT, files.get(1));
        files.add(folder.resolve(JavaExport.suggest(SAMPLE.id()) + JavaExport.ENDING));
        JavaExport.write(files.get(2), project);
        return files;
    }

    private static Series series(Curve curve, int colour) {
        return new Series(curve.name(), colour, curve.steps(), curve.min(), curve.max(), curve.last());
    }

    private void result(Snapshot last) {
        out.println(texts.get(
                "story.result",
                texts.get("sample." + SAMPLE.id()),
                last.step(),
                Numbers.brief(last.loss().newest()),
                Numbers.brief(100 * last.accuracy()),
                Numbers.brief(100 * last.testAccuracy())));
        out.println(texts.get("story.files", folder));
    }

    private void end(int code, String sentence) {
        ending = true;
        if (!sentence.isEmpty()) {
            err.println(sentence);
        }
        wiring.close();
        Platform.exit();
        // the toolkit in memory has threads of its own that would go on
        System.exit(code);
    }

    /** Nobody is there to answer. */
    private record NoDialogs(PrintStream err) implements Dialogs {
        @Override
        public Optional<Path> fileToOpen(Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToSave(Kind kind, String proposedName) {
            return Optional.empty();
        }

        @Override
        public Answer saveFirst(String name) {
            return Answer.DISCARD;
        }

        @Override
        public boolean replace(String name) {
            return false;
        }

        @Override
        public void tell(String title, String sentence) {
            err.println(title + ": " + sentence);
        }
    }
}
