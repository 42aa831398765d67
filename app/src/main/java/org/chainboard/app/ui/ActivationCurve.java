package org.chainboard.app.ui;

import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.tensor.Tensor;

/** The shape of an activation, for icons and cards. */
public final class ActivationCurve {
    private static final int POINTS = 33;
    private static final double REACH = 3;

    private ActivationCurve() {}

    /**
     * The function at evenly spaced places from -3 to 3, computed by the engine's own formula; what works over a whole
     * sample, such as softmax, takes them as one sample.
     *
     * @return no numbers where there is no activation of this name
     */
    public static double[] of(String name) {
        double[] places = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = REACH * (2.0 * i / (POINTS - 1) - 1);
        }
        Tensor sample = Tensor.vector(places);
        return Activation.parse(name)
                .map(activation -> activation.apply(sample).toDoubles())
                .orElse(new double[0]);
    }
}
