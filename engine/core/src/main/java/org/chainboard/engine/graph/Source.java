package org.chainboard.engine.graph;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** An op without inputs: where numbers come from. */
public sealed interface Source extends Op {
    @Override
    default Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
        throw new IllegalStateException(label() + " has no inputs to differentiate by");
    }

    /** Numbers that never change. */
    record Constant(Tensor tensor) implements Source {
        @Override
        public String label() {
            return "constant";
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return tensor.shape();
        }

        @Override
        public DType dtype(List<DType> inputs) {
            return tensor.dtype();
        }

        @Override
        public String formula(List<String> operands) {
            return tensor.shape().isScalar() ? Double.toString(tensor.item()) : tensor.toString();
        }
    }

    /** The present numbers of a variable; equal only when it is the same variable. */
    record Read(Variable variable) implements Source {
        @Override
        public String label() {
            return "variable";
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return variable.shape();
        }

        @Override
        public DType dtype(List<DType> inputs) {
            return variable.dtype();
        }

        @Override
        public String formula(List<String> operands) {
            return variable.name();
        }
    }
}
