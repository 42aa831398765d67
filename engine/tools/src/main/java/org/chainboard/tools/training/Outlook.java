package org.chainboard.tools.training;

import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.Plot;

/** The picture of what a model says that suits its data: which inputs to ask it for, and how to draw the answers. */
public interface Outlook {

    /** What the model is asked, features x any number, in standard units. */
    Tensor watched();

    /**
     * The picture.
     *
     * @param answers what the model said to {@link #watched}; null while it has not run
     */
    Plot plot(Tensor answers);

    /** What it shows. */
    Kind kind();

    /** The kinds of picture. */
    enum Kind {
        /** The plane of two inputs, coloured by class. */
        PLANE,
        /** One input, one number. */
        CURVE,
        /** How often each class was taken for each other. */
        CONFUSION,
        /** Predicted against actual numbers. */
        AGREEMENT
    }

    /** The one for these samples; {@code loss} says what the model's numbers mean. */
    static Outlook of(Samples samples, LossFunction loss) {
        Dataset data = samples.data();
        int features = data.features().size();
        if (data.hasClasses()) {
            return features == 2 ? Plane.of(samples, loss) : Confusion.of(samples);
        }
        boolean curve = features == 1 && data.targets().size() == 1;
        return curve ? FittedLine.of(samples) : Agreement.of(samples);
    }
}
