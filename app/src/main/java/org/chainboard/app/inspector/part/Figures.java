package org.chainboard.app.inspector.part;

import java.util.Locale;
import java.util.Optional;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;

/** Numbers of a run, found and written. */
public final class Figures {
    /** What stands for a number that is not known. */
    public static final String NONE = "–";

    private static final String GRADIENT = "∇";

    private Figures() {}

    /** A length of a gradient, always of one width: {@code 3.1e-2}. */
    public static String exponent(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NONE : value > 0 ? "∞" : "-∞";
        }
        if (value == 0) {
            return "0";
        }
        String text = String.format(Locale.ROOT, "%.1e", value);
        int e = text.indexOf('e');
        return text.substring(0, e + 1) + Integer.parseInt(text.substring(e + 1));
    }

    /** The numbers of a parameter. */
    public static Optional<Tensor> values(Snapshot snapshot, String parameter) {
        return Optional.ofNullable(snapshot.values().get(parameter));
    }

    /** The gradient of a parameter. */
    public static Optional<Tensor> gradient(Snapshot snapshot, String parameter) {
        return values(snapshot, GRADIENT + parameter);
    }

    /** How long the gradient of a parameter was over the run. */
    public static Optional<Curve> norm(Snapshot snapshot, String parameter) {
        return snapshot.norms().stream()
                .filter(curve -> curve.name().equals(parameter))
                .findFirst();
    }
}
