package org.chainboard.engine.loss;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;

/**
 * A loss that was typed, such as {@code (ŷ, y) -> mean((ŷ - y)^2)}.
 *
 * @param f of the prediction and the target, without letters to train, giving a single number
 */
public record TypedLoss(TypedFunction f) implements LossFunction {
    public TypedLoss {
        if (f.arguments().size() != 2) {
            throw new IllegalArgumentException(
                    Sentences.get("arguments", f.arguments().size()));
        }
        if (!f.letters().isEmpty()) {
            throw new IllegalArgumentException(
                    Sentences.get("letters", f.letters().get(0)));
        }
    }

    @Override
    public Var apply(Var yhat, Var y) {
        Var loss = f.apply(List.of(yhat, y), Map.of());
        if (loss.shape().size() != 1) {
            throw new ShapeException(Sentences.get("scalar", f, loss.shape()));
        }
        return loss.sum();
    }

    @Override
    public String text() {
        return f.text();
    }

    @Override
    public Optional<Loss> row() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text();
    }
}
