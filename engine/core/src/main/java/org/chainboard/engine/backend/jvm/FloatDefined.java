package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.eval.Kernel;
import org.chainboard.engine.eval.Kernels;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;

/** An op that has no kernel of its own here: by the loop that defines it. */
final class FloatDefined implements FloatKernel {
    private final Kernel kernel;
    private final int[] places;
    private final double[][] inputs;
    private final double[] result;
    private final int out;

    FloatDefined(Cell cell, Node node, Layout layout) {
        this.kernel =
                Kernels.of(node.op(), node.inputs().stream().map(Node::shape).toList(), node.shape(), node.dtype());
        this.places = cell.inputs().stream().mapToInt(layout::of).toArray();
        this.inputs =
                cell.inputs().stream().map(input -> new double[input.size()]).toArray(double[][]::new);
        this.result = new double[cell.size()];
        this.out = layout.of(cell);
    }

    @Override
    public void run(float[] m) {
        for (int i = 0; i < places.length; i++) {
            double[] input = inputs[i];
            for (int j = 0; j < input.length; j++) {
                input[j] = m[places[i] + j];
            }
        }
        kernel.run(inputs, result);
        for (int j = 0; j < result.length; j++) {
            m[out + j] = (float) result[j];
        }
    }
}
