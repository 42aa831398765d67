package org.chainboard.engine.loss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chainboard.engine.op.Var;

/**
 * A row of the table with settings of its own.
 *
 * @param loss the row
 * @param agg how its numbers are taken together
 * @param number in its formula, where it has one
 * @param smoothing α of {@link Labels#smooth}; 0 for none
 */
record AdjustedLoss(Loss loss, Agg agg, double number, double smoothing) implements LossFunction {
    AdjustedLoss {
        Objects.requireNonNull(agg);
        if (loss.number().isEmpty() && number != 0) {
            throw new IllegalArgumentException(Sentences.get("noNumber", loss));
        }
        if (!loss.hasLabels() && smoothing != 0) {
            throw new IllegalArgumentException(Sentences.get("noLabels", loss));
        }
        if (loss == Loss.DICE_COEFF && agg != Agg.MEAN) {
            throw new IllegalArgumentException(Sentences.get("noAgg", loss));
        }
    }

    @Override
    public Var apply(Var yhat, Var y) {
        return loss.apply(yhat, y, agg, number, smoothing);
    }

    /** Only what is not as usual. */
    @Override
    public String text() {
        List<String> settings = new ArrayList<>();
        if (agg != loss.usualAgg()) {
            settings.add("agg=" + agg);
        }
        loss.number()
                .filter(usual -> usual.usual() != number)
                .ifPresent(usual -> settings.add(usual.name() + "=" + digits(number)));
        if (smoothing != 0) {
            settings.add(Loss.smoothingName() + "=" + digits(smoothing));
        }
        return settings.isEmpty() ? loss.text() : loss + "(" + String.join(", ", settings) + ")";
    }

    private static String digits(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).toPlainString();
    }

    @Override
    public Optional<Loss> row() {
        return Optional.of(loss);
    }

    @Override
    public String toString() {
        return text();
    }
}
