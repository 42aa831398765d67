package org.chainboard.nd4j;

import java.util.List;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.tensor.Shape;

/**
 * Where a step reads and writes.
 *
 * @param node the application of an op
 * @param in the memory of its inputs, in order
 * @param out the memory of its result, none of the inputs'
 */
record Operands(Node node, List<FlatArray> in, FlatArray out) {
    FlatArray in(int index) {
        return in.get(index);
    }

    Shape shape(int input) {
        return node.input(input).shape();
    }

    Shape result() {
        return node.shape();
    }

    int size() {
        return node.shape().size();
    }
}
