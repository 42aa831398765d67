package org.chainboard.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.train.Curve;

/** One curve per layer in place of one per parameter: the length of the gradient of all its parameters together. */
final class LayerNorms {
    private LayerNorms() {}

    /** The layers in the order of their first parameters. */
    static List<Curve> of(List<Curve> parameters) {
        Map<String, List<Curve>> layers = new LinkedHashMap<>();
        for (Curve curve : parameters) {
            layers.computeIfAbsent(layer(curve.name()), name -> new ArrayList<>())
                    .add(curve);
        }
        List<Curve> norms = new ArrayList<>();
        layers.forEach((name, curves) -> norms.add(together(name, curves)));
        return norms;
    }

    /** {@code Dense₂} of {@code Dense₂.W}. */
    private static String layer(String parameter) {
        int dot = parameter.lastIndexOf('.');
        return dot < 0 ? parameter : parameter.substring(0, dot);
    }

    /** Counted from the newest bucket back: curves of one run end at the same step, but may begin at different ones. */
    private static Curve together(String name, List<Curve> curves) {
        Curve first = curves.get(0);
        int size = curves.stream().mapToInt(Curve::size).min().orElse(0);
        double[] steps = new double[size];
        double[] min = new double[size];
        double[] max = new double[size];
        double[] last = new double[size];
        System.arraycopy(first.steps(), first.size() - size, steps, 0, size);
        for (Curve curve : curves) {
            addSquares(curve.min(), min);
            addSquares(curve.max(), max);
            addSquares(curve.last(), last);
        }
        return new Curve(name, steps, root(min), root(max), root(last));
    }

    private static void addSquares(double[] values, double[] sums) {
        int skipped = values.length - sums.length;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[skipped + i] * values[skipped + i];
        }
    }

    private static double[] root(double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.sqrt(sums[i]);
        }
        return sums;
    }
}
