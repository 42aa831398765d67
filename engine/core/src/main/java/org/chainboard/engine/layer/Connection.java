package org.chainboard.engine.layer;

import java.util.List;
import org.chainboard.engine.op.Var;

/**
 * What joins the results of several ways: a row of the table {@link Join}, a typed function with as many arguments, a
 * {@link Bilinear}, or a Java lambda.
 */
@FunctionalInterface
public interface Connection {
    /**
     * Writes down what becomes of {@code values}, in their order.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when they do not go together
     */
    Var join(List<Var> values, Mode mode);
}
