package org.chainboard.tools.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** The program's own fonts for Java2D, so that a picture looks the same on every machine. */
final class PlotFonts {
    private static final String FOLDER = "/org/chainboard/ui/fonts/";

    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Font> signs = new EnumMap<>(TextStyle.class);

    PlotFonts() {
        Font regular = read("Inter-Regular.otf");
        Font strong = read("Inter-SemiBold.otf");
        Font fallback = read("DejaVuSans.ttf");
        for (TextStyle style : TextStyle.values()) {
            float size = (float) style.size();
            fonts.put(style, (style.strong() ? strong : regular).deriveFont(size));
            signs.put(style, fallback.deriveFont(size));
        }
    }

    /** The font for this style that has this character. */
    Font of(TextStyle style, int character) {
        Font font = fonts.get(style);
        return font.canDisplay(character) ? font : signs.get(style);
    }

    private static Font read(String file) {
        try (InputStream in = PlotFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its font " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The program's font " + file + " cannot be read", e);
        }
    }
}
