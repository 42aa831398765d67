package org.chainboard.app.canvas.view;

import javafx.beans.value.ObservableValue;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.plot.Palette;

/** Which skin belongs to which kind of node. */
final class Skins {
    private final Texts texts;
    private final ObservableValue<Palette> palette;

    Skins(Texts texts, ObservableValue<Palette> palette) {
        this.texts = texts;
        this.palette = palette;
    }

    Skin of(Block block) {
        if (block instanceof Block.Dense) {
            return new DenseSkin(palette);
        }
        return block instanceof Block.Activation ? new ActivationSkin(palette) : PlainSkin.of(block, texts);
    }
}
