package org.chainboard.engine.network;

import java.util.OptionalInt;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;

/** Layers from their text, as Flux writes them; what a layer prints reads back. */
public final class Layers {
    private static final int LONGEST = 20_000;

    private Layers() {}

    /**
     * A fresh layer, such as {@code Chain(Dense(10 => 5, σ), SkipConnection(Dense(5 => 5, relu), +), Dropout(0.5))}. Its
     * parameters are called by kind and number, {@code Dense₁.W}, inside a named layer {@code encoder.Dense₁.W}.
     *
     * @param seed of the start values; those of a layer follow its name
     * @throws LayerTextException when the text is no layer; it says where and why
     * @throws org.chainboard.engine.tensor.ShapeException when layers in a row do not fit each other
     */
    public static Layer of(String text, DType dtype, long seed) {
        if (text.length() > LONGEST) {
            throw new LayerTextException(new ChainMistake(LONGEST, "long", LONGEST).problem());
        }
        try {
            Layer layer = LayerReader.whole(text, null, LayerMaker.drawing(dtype, seed), "");
            OptionalInt inputs = Declared.inputs(layer);
            if (inputs.isPresent()) {
                layer.outputSize(Shape.of(inputs.getAsInt(), 1));
            }
            return layer;
        } catch (ChainMistake mistake) {
            throw new LayerTextException(mistake.problem());
        } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError tooLarge) {
            throw new LayerTextException(new ChainMistake(0, "large").problem());
        }
    }
}
