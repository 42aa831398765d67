package org.chainboard.app.palette;

import java.util.function.Consumer;
import javafx.scene.input.MouseEvent;
import org.chainboard.engine.network.Block;

/**
 * Where things from the palette go.
 *
 * @param carry a thing is dragged along
 * @param letGo it is let go
 * @param cancel the drag is given up
 * @param add a thing is wanted without being dragged
 */
public record PaletteTarget(Drag carry, Drag letGo, Runnable cancel, Consumer<Block> add) {

    /** A step of a drag; the event is in coordinates of the scene. */
    @FunctionalInterface
    public interface Drag {
        void at(Block block, MouseEvent event);
    }
}
