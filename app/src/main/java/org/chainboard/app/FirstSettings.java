package org.chainboard.app;

import java.util.Map;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.data.Generators;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;

/** How a new project is trained until somebody says otherwise. */
final class FirstSettings {
    private static final double STEP_SIZE = 0.02;
    private static final int BATCH = 32;
    private static final int SEED = 1;
    private static final double TEST_SHARE = 0.2;

    private FirstSettings() {}

    static ProjectSettings make() {
        Generators spirals = Generators.TWO_SPIRALS;
        return new ProjectSettings(
                new ProjectData(
                        new DataSource.Generated(spirals.id(), spirals.samples(), spirals.noise()),
                        TEST_SHARE,
                        Standardise.INPUTS),
                Loss.LOGITCROSSENTROPY.text(),
                Optimiser.ADAM.text(),
                Map.of(Optimiser.ETA, STEP_SIZE),
                BATCH,
                SEED,
                DType.F32,
                Backends.USUAL);
    }
}
