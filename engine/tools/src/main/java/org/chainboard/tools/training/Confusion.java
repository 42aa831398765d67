package org.chainboard.tools.training;

import java.util.List;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.ConfusionMatrix;
import org.chainboard.tools.plot.Plot;

/** Classes of any inputs: how often each was taken for each other, over all samples. */
record Confusion(Tensor watched, List<String> classes, int[] actual) implements Outlook {

    static Confusion of(Samples samples) {
        Tensor watched = samples.schema().inputs().apply(samples.data().x());
        return new Confusion(watched, samples.data().classes(), Rows.labels(samples.data()));
    }

    @Override
    public Plot plot(Tensor answers) {
        if (answers == null) {
            return ConfusionMatrix.of("", classes, new int[0], new int[0], "");
        }
        return ConfusionMatrix.of("", classes, actual, Rows.largest(answers), "");
    }

    @Override
    public Kind kind() {
        return Kind.CONFUSION;
    }
}
