package org.chainboard.engine.backend.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.LoweredPlan;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;

/** One plan as kernels. */
final class DoubleProgram {
    private final Plan plan;
    private final Map<String, Integer> outputs = new HashMap<>();
    private final Layout layout;
    private final DoubleKernel[] kernels;
    private final DoubleKernel[] again;
    private final int[] againWhens;
    private final int[] scalars;
    private final int[] whens;
    private final int[] froms;
    private final int[] tos;
    private final int[] sizes;

    DoubleProgram(Plan plan, DoubleMath math, Workers workers, Layout layout) {
        this.plan = plan;
        LoweredPlan lowered = new LoweredPlan(plan, DoubleRun.PIECE);
        this.layout = layout;
        LoweredPlan.Placed placed = lowered.place(layout);
        this.kernels = new DoubleKernels(math, workers, layout, placed).all();
        // now, for what is computed again at the end lies elsewhere then; a constant gets its room here
        lowered.outputs().forEach((name, cell) -> outputs.put(name, layout.of(cell)));
        this.scalars = plan.scalars().stream().mapToInt(outputs::get).toArray();
        List<DoubleKernel> repeated = new ArrayList<>();
        for (LoweredPlan.Again again : lowered.again()) {
            lowered.placeAgain(again, layout);
            repeated.add(new DoubleRun(math, workers, again.group(), layout, again.results()));
        }
        this.again = repeated.toArray(DoubleKernel[]::new);
        this.againWhens = lowered.again().stream()
                .mapToInt(again -> layout.of(again.when()))
                .toArray();
        List<LoweredPlan.Copy> copies = lowered.copies(layout);
        this.whens = copies.stream().mapToInt(LoweredPlan.Copy::when).toArray();
        this.froms = copies.stream().mapToInt(LoweredPlan.Copy::from).toArray();
        this.tos = copies.stream().mapToInt(LoweredPlan.Copy::to).toArray();
        this.sizes = copies.stream().mapToInt(LoweredPlan.Copy::size).toArray();
    }

    int scalars() {
        return scalars.length;
    }

    void run(double[] m, double[] report, int offset) {
        for (DoubleKernel kernel : kernels) {
            // most are runs, which the compiler then calls directly
            if (kernel instanceof DoubleRun run) {
                run.run(m);
            } else {
                kernel.run(m);
            }
        }
        for (int i = 0; i < scalars.length; i++) {
            report[offset + i] = m[scalars[i]];
        }
        for (int i = 0; i < again.length; i++) {
            if (m[againWhens[i]] != 0) {
                again[i].run(m);
            }
        }
        for (int i = 0; i < tos.length; i++) {
            if (whens[i] < 0 || m[whens[i]] != 0) {
                System.arraycopy(m, froms[i], m, tos[i], sizes[i]);
            }
        }
    }

    Tensor output(double[] m, String name) {
        Node node = plan.graph().outputs().get(name);
        int at = outputs.get(name);
        double[] numbers = new double[node.shape().size()];
        System.arraycopy(m, at, numbers, 0, numbers.length);
        return Tensor.of(node.shape(), node.dtype(), numbers);
    }
}
