package org.chainboard.app.document;

import java.util.Map;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;

/** Documents that tests begin with. */
public final class Samples {
    public static final ProjectSettings SETTINGS = new ProjectSettings(
            new ProjectData(new DataSource.Generated("two-spirals", 400, 0), 0.2, Standardise.NONE),
            "crossentropy",
            "Descent",
            Map.of("eta", 0.1),
            32,
            1,
            DType.F32,
            "jvm");

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
        Document document = blank().with(dense(8), new Position(300, 140));
        return document.with(
                document.network().connect(Wire.between("n1", "n3")).connect(Wire.between("n3", "n2")));
    }
}
