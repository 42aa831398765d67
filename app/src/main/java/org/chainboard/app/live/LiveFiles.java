package org.chainboard.app.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.run.Background;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Curve;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.PlotImage;

/**
 * Takes pictures and numbers of the cards away: into files and onto the clipboard. Its methods belong to the JavaFX
 * thread; what takes time is done beside it.
 */
public final class LiveFiles {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;

    /** Where to write. */
    @FunctionalInterface
    public interface Place {
        /**
         * Asks a person for a file.
         *
         * @param proposed a name for it
         * @param kind what it is, in words
         * @param pattern of its name, such as {@code *.png}
         */
        Optional<Path> choose(String proposed, String kind, String pattern);
    }

    /** Something that writes a file. */
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private final Background background;
    private final FxThread fx;
    private final Texts texts;
    private final Place place;
    private final Consumer<String> tell;

    /**
     * @param place asks for files, as the window does
     * @param tell gets a sentence when a file could not be written
     */
    public LiveFiles(Background background, FxThread fx, Texts texts, Place place, Consumer<String> tell) {
        this.background = background;
        this.fx = fx;
        this.texts = texts;
        this.place = place;
        this.tell = tell;
    }

    void savePicture(String name, Plot plot, Palette palette) {
        save(
                name + ".png",
                "live.file.picture",
                "*.png",
                file -> PlotImage.writePng(plot, WIDTH, HEIGHT, palette, file));
    }

    void saveNumbers(String name, List<Curve> curves) {
        save(
                name + ".csv",
                "live.file.numbers",
                "*.csv",
                file -> Files.writeString(file, CurveText.of(curves, ','), StandardCharsets.UTF_8));
    }

    /** With tabs, so that it can be pasted into a table. */
    void copyNumbers(List<Curve> curves) {
        background.io().execute(() -> {
            String text = CurveText.of(curves, '\t');
            fx.execute(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        });
    }

    private void save(String proposed, String kindKey, String pattern, Writing writing) {
        place.choose(proposed, texts.get(kindKey), pattern)
                .ifPresent(file -> background.io().execute(() -> {
                    try {
                        writing.to(file);
                    } catch (IOException e) {
                        String sentence = texts.get("live.file.notWritten", String.valueOf(file.getFileName()));
                        fx.execute(() -> tell.accept(sentence));
                    }
                }));
    }
}
