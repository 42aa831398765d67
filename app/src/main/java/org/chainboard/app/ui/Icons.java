package org.chainboard.app.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every icon of the window by what it means. Colour and size come from the style sheets. */
public enum Icons {
    PLAY(Feather.PLAY),
    PAUSE(Feather.PAUSE),
    STEP(Feather.SKIP_FORWARD),
    RESET(Feather.REFRESH_CW),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    OPEN(Feather.FOLDER),
    SAVE(Feather.SAVE),
    EXPORT(Feather.SHARE),
    DATA(Feather.DATABASE),
    SEARCH(Feather.SEARCH),
    LIGHT(Feather.SUN),
    DARK(Feather.MOON),
    DELETE(Feather.TRASH_2),
    WARNING(Feather.ALERT_TRIANGLE),
    INFO(Feather.INFO),
    COPY(Feather.COPY),
    FIT(Feather.MAXIMIZE),
    ZOOM_IN(Feather.ZOOM_IN),
    ZOOM_OUT(Feather.ZOOM_OUT),
    MORE(Feather.MORE_HORIZONTAL),
    CLOSE(Feather.X),
    DOWN(Feather.CHEVRON_DOWN),
    CHIP(Feather.CPU);

    private final Ikon glyph;

    Icons(Ikon glyph) {
        this.glyph = glyph;
    }

    /** A new node that shows the icon. */
    public FontIcon node() {
        return new FontIcon(glyph);
    }
}
