package org.chainboard.engine.backend.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.eval.Kernel;
import org.chainboard.engine.eval.Kernels;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** One plan laid out as kernels over arrays; a run goes through them in order. */
final class Walk {
    private final Plan plan;
    private final double[][] buffers;
    private final Kernel[] kernels;
    private final double[][][] inputs;
    private final double[][] results;
    private final double[][] stored;
    private final double[][] stores;
    private final double[][] copies;
    private final double[][] scalars;

    Walk(Plan plan, Map<Variable, double[]> variables) {
        this.plan = plan;
        this.buffers =
                plan.buffers().stream().map(buffer -> array(buffer, variables)).toArray(double[][]::new);
        int count = plan.steps().size();
        this.kernels = new Kernel[count];
        this.inputs = new double[count][][];
        this.results = new double[count][];
        for (int i = 0; i < count; i++) {
            prepare(i, plan.steps().get(i));
        }
        List<Plan.Store> targets = plan.stores();
        this.stored = targets.stream().map(store -> buffers[store.from()]).toArray(double[][]::new);
        this.stores = targets.stream().map(store -> variables.get(store.to())).toArray(double[][]::new);
        this.copies =
                Arrays.stream(stores).map(target -> new double[target.length]).toArray(double[][]::new);
        this.scalars = plan.scalars().stream()
                .map(name -> buffers[plan.outputs().get(name)])
                .toArray(double[][]::new);
    }

    private static double[] array(Plan.Buffer buffer, Map<Variable, double[]> variables) {
        if (buffer instanceof Plan.Buffer.Of of) {
            return variables.get(of.variable());
        } else if (buffer instanceof Plan.Buffer.Fixed fixed) {
            return fixed.tensor().toDoubles();
        }
        return new double[((Plan.Buffer.Scratch) buffer).size()];
    }

    private void prepare(int i, Plan.Step step) {
        Node node = step.node();
        List<Shape> shapes = node.inputs().stream().map(Node::shape).toList();
        kernels[i] = Kernels.of(node.op(), shapes, node.shape(), node.dtype());
        inputs[i] = step.in().stream().map(buffer -> buffers[buffer]).toArray(double[][]::new);
        results[i] = buffers[step.out()];
    }

    int scalars() {
        return scalars.length;
    }

    void run(double[] report, int offset) {
        for (int i = 0; i < kernels.length; i++) {
            kernels[i].run(inputs[i], results[i]);
        }
        for (int i = 0; i < scalars.length; i++) {
            report[offset + i] = scalars[i][0];
        }
        // All values are taken before any is stored: a variable may become what another one was.
        for (int i = 0; i < stores.length; i++) {
            System.arraycopy(stored[i], 0, copies[i], 0, copies[i].length);
        }
        for (int i = 0; i < stores.length; i++) {
            System.arraycopy(copies[i], 0, stores[i], 0, copies[i].length);
        }
    }

    Tensor output(String name) {
        Node node = plan.graph().outputs().get(name);
        double[] values =
                Arrays.copyOf(buffers[plan.outputs().get(name)], node.shape().size());
        return Tensor.of(node.shape(), node.dtype(), values);
    }
}
