package org.chainboard.app.document;

import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.DType;

/** Documents that tests begin with. */
public final class Samples {
    public static final Settings SETTINGS = new Settings(
            new DataChoice.Generated("two spirals", 400),
            "crossentropy",
            "Descent",
            0.1,
            32,
            1,
            DType.F32,
            "reference");

    private Samples() {}

    public static Block.Dense dense(int units) {
        return new Block.Dense(units, "identity", "glorot_uniform", true);
    }

    /** An input (n1) and a loss (n2), not connected. */
    public static Document blank() {
        return Document.blank(SETTINGS);
    }

    /** Input (n1), Dense₁ (n3), loss (n2), connected in this order. */
    public static Document chain() {
        Document document = blank().with(dense(8), new Point(300, 140));
        return document.with(
                document.network().connect(Wire.between("n1", "n3")).connect(Wire.between("n3", "n2")));
    }
}
