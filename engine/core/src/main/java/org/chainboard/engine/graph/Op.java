package org.chainboard.engine.graph;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;

/**
 * A primitive operation: what it is called, the size of its result, its derivative and how it is written down. It holds
 * no loop; what it computes is defined in {@code eval} and done by the backends.
 *
 * <p>Ops are values: two equal ops on the same inputs are the same node.
 */
public interface Op {
    /** Short lower-case name, such as {@code matmul}. */
    String label();

    /**
     * The size of the result.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when the inputs do not go together; the message says why
     */
    Shape shape(List<Shape> inputs);

    /** The number type of the result; that of the inputs unless the op is a cast or a source. */
    default DType dtype(List<DType> inputs) {
        DType first = inputs.get(0);
        for (DType type : inputs) {
            if (type != first) {
                throw new IllegalArgumentException(label() + " mixes " + inputs + "; cast one of them first");
            }
        }
        return first;
    }

    /**
     * The reverse-mode rule: the gradient with respect to one input, as more graph.
     *
     * @param node the application of this op that is differentiated
     * @param input which of its inputs
     * @param upstream the gradient with respect to the node's result, of the same shape as the result
     * @return a node of the input's shape, or null where the result does not vary smoothly with that input (an index, a
     *     comparison): the gradient is then zero
     */
    Node gradient(GraphBuilder builder, Node node, int input, Node upstream);

    /** How the application to already written-down operands is written, such as {@code tanh(x)}. */
    default String formula(List<String> operands) {
        return label() + "(" + String.join(", ", operands) + ")";
    }
}
