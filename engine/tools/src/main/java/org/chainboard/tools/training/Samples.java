package org.chainboard.tools.training;

import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.data.Split;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.project.Standardise;

/**
 * A data set made ready to learn from.
 *
 * @param data as it was read, in its own units
 * @param split which samples are kept back for testing
 * @param schema what its numbers mean, and how they are standardised: fitted on the training part only
 * @param note what to tell about reading it, such as rows left out; empty where there is nothing to tell
 */
public record Samples(Dataset data, Split split, Schema schema, String note) {
    public Samples {
        Objects.requireNonNull(data);
        Objects.requireNonNull(note);
    }

    /**
     * Reads and prepares what a project learns from.
     *
     * @param seed of generated samples and of the split
     * @throws TaskException when it cannot be read or used
     */
    public static Samples of(ProjectData choice, long seed) throws TaskException {
        Source source = Source.read(choice.source(), seed);
        Split split = Split.of(source.data(), choice.testShare(), seed);
        Schema schema = schema(source.data(), split, choice.standardise());
        return new Samples(source.data(), split, schema, source.note());
    }

    private static Schema schema(Dataset data, Split split, Standardise wanted) {
        boolean outputs = wanted == Standardise.ALL && !data.hasClasses();
        return new Schema(
                data.features(),
                data.targets(),
                data.classes(),
                standardiser(data.x(), split, wanted != Standardise.NONE),
                standardiser(data.y(), split, outputs));
    }

    private static Standardiser standardiser(Tensor values, Split split, boolean wanted) {
        return wanted
                ? Standardiser.fit(values, split.train())
                : Standardiser.identity(values.shape().dim(0));
    }

    /** Both parts in standard units. */
    public TrainingData training() {
        Dataset train = data.take(split.train());
        Dataset test = data.take(split.test());
        return new TrainingData(
                schema.inputs().apply(train.x()),
                schema.outputs().apply(train.y()),
                schema.inputs().apply(test.x()),
                schema.outputs().apply(test.y()),
                data.hasClasses() || isYesOrNo());
    }

    /** Whether the target is a single number that is 0 or 1, so that answers are right or wrong as with classes. */
    public boolean isYesOrNo() {
        boolean single = data.targets().size() == 1 && !data.hasClasses();
        return single
                && schema.outputs().equals(Standardiser.identity(1))
                && DoubleStream.of(data.y().toDoubles()).allMatch(target -> target == 0 || target == 1);
    }

    /** For every sample, whether it is kept back for testing. */
    public boolean[] kept() {
        boolean[] kept = new boolean[data.samples()];
        IntStream.of(split.test()).forEach(sample -> kept[sample] = true);
        return kept;
    }
}
