package org.chainboard.app.ui;

import java.util.List;
import javafx.scene.text.Font;

/** The fonts that come with the program, by the names that style sheets and canvases use. */
public final class Fonts {
    /** Text. */
    public static final String TEXT = "Inter";

    /** Text of medium weight; JavaFX finds weights other than bold only by family name. */
    public static final String MEDIUM = "Inter Medium";

    /** Titles. */
    public static final String STRONG = "Inter Semi Bold";

    /** Code and numbers. */
    public static final String MONO = "JetBrains Mono";

    /** Signs that the others lack, such as nabla. */
    public static final String SIGNS = "DejaVu Sans";

    private static final double ANY_SIZE = 13;

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "DejaVuSans.ttf");

    private Fonts() {}

    /** Makes the fonts known to JavaFX; a second call changes nothing. */
    public static void load() {
        for (String file : FILES) {
            if (Font.loadFont(Resources.url("fonts/" + file), ANY_SIZE) == null) {
                throw new IllegalStateException("The program's font " + file + " cannot be read");
            }
        }
    }
}
