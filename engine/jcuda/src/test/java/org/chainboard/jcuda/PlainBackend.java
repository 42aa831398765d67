package org.chainboard.jcuda;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** The steps of the GPU backend on a {@link PlainCard}. */
final class PlainBackend implements Backend {
    private final Products products;

    PlainBackend(Products products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "steps with plain loops";
    }

    @Override
    public Executable bind(List<Plan> plans) {
        List<Node> nodes =
                plans.stream().flatMap(plan -> plan.graph().nodes().stream()).toList();
        boolean empty = nodes.stream().anyMatch(node -> node.shape().size() == 0);
        List<DType> types = nodes.stream().map(Node::dtype).distinct().toList();
        return empty || types.size() != 1 ? new ReferenceBackend().bind(plans) : new Bound(plans, types.get(0));
    }

    private final class Bound implements Executable {
        private final Layout layout = new Layout();
        private final Map<Plan, GpuPlan> made = new IdentityHashMap<>();
        private final DType dtype;
        private final double[] m;
        private final PlainCard card;

        Bound(List<Plan> plans, DType dtype) {
            this.dtype = dtype;
            Tables tables = new Tables();
            plans.forEach(plan -> plan.graph().variables().forEach(layout::of));
            plans.forEach(plan -> made.put(plan, new GpuPlan(plan, layout, tables, products)));
            this.m = new double[layout.length()];
            Arrays.fill(m, Double.NaN);
            layout.contents().forEach((at, tensor) -> tensor.copyTo(m, at));
            this.card = new PlainCard(m, tables.toArray(), dtype);
        }

        @Override
        public void write(Variable variable, Tensor value) {
            value.cast(dtype).copyTo(m, layout.of(variable));
        }

        @Override
        public Tensor read(Variable variable) {
            return tensor(layout.of(variable), variable.shape().size()).reshape(variable.shape());
        }

        private Tensor tensor(int at, int size) {
            double[] numbers = Arrays.copyOfRange(m, at, at + size);
            return Tensor.of(Shape.of(size), dtype, numbers);
        }

        @Override
        public void run(Plan plan, int times, double[] scalars) {
            for (int i = 0; i < times; i++) {
                made.get(plan).steps().forEach(card::carryOut);
            }
            List<double[]> rows = card.rows();
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, scalars, i * rows.get(i).length, rows.get(i).length);
            }
        }

        @Override
        public Tensor output(Plan plan, String name) {
            Node node = made.get(plan).output(name);
            return tensor(made.get(plan).place(name), node.shape().size()).reshape(node.shape());
        }

        @Override
        public void close() {}
    }
}
