package org.chainboard.tools.training;

import java.util.Map;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.data.Split;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;

/** How a bare chain is trained where nobody says otherwise. */
public final class UsualTraining {
    /** How many steps. */
    public static final int STEPS = 1000;

    /** Of every random number. */
    public static final long SEED = 1;

    private static final double STEP_SIZE = 0.01;
    private static final int BATCH = 32;

    private UsualTraining() {}

    /** These data with these usual settings. */
    public static ProjectSettings of(ProjectData data, Loss loss) {
        return new ProjectSettings(
                data,
                loss.text(),
                Optimiser.ADAM.text(),
                Map.of(Optimiser.ETA, STEP_SIZE),
                BATCH,
                SEED,
                DType.F32,
                Backends.USUAL);
    }

    /** How samples are prepared: columns of a file may be of any size, generated targets are of a good one already. */
    public static ProjectData data(DataSource source) {
        boolean file = source instanceof DataSource.Csv;
        return new ProjectData(source, Split.TEST_SHARE, file ? Standardise.ALL : Standardise.INPUTS);
    }
}
