package org.chainboard.engine.graph;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Computes one op at once; a builder that has one gives every node its numbers as it is made. */
@FunctionalInterface
public interface Evaluator {
    /** The result, of size {@code shape} and the number type of the inputs. */
    Tensor evaluate(Op op, List<Tensor> inputs, Shape shape);
}
