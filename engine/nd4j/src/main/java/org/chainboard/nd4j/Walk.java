package org.chainboard.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** One plan laid out as calls over arrays; a run goes through them in order. */
final class Walk implements AutoCloseable {
    private final Plan plan;
    private final Map<Variable, FlatArray> variables;
    private final Map<Key, FlatArray> own = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();
    private final Numbers[] scalars;

    /** Working space has no number type of its own: what uses it says. */
    private record Key(int buffer, DType dtype) {}

    /** A copy to be made after each run, of which {@code copied} is taken first where the source may change too. */
    private record Store(FlatArray from, FlatArray copied, FlatArray to, int size) {}

    Walk(Plan plan, Map<Variable, FlatArray> variables) {
        this.plan = plan;
        this.variables = variables;
        plan.steps().forEach(step -> calls.add(Calls.of(operands(step))));
        plan.stores().forEach(this::add);
        this.scalars =
                plan.scalars().stream().map(name -> result(name).numbers()).toArray(Numbers[]::new);
    }

    private Operands operands(Plan.Step step) {
        Node node = step.node();
        List<FlatArray> in = new ArrayList<>();
        for (int i = 0; i < step.in().size(); i++) {
            in.add(array(step.in().get(i), node.input(i).dtype()));
        }
        return new Operands(node, in, array(step.out(), node.dtype()));
    }

    private FlatArray array(int buffer, DType dtype) {
        Plan.Buffer kind = plan.buffers().get(buffer);
        if (kind instanceof Plan.Buffer.Of of) {
            return variables.get(of.variable());
        }
        return own.computeIfAbsent(new Key(buffer, dtype), key -> made(kind, dtype));
    }

    private static FlatArray made(Plan.Buffer kind, DType dtype) {
        return kind instanceof Plan.Buffer.Fixed fixed
                ? FlatArray.of(fixed.tensor())
                : new FlatArray(((Plan.Buffer.Scratch) kind).size(), dtype);
    }

    private void add(Plan.Store store) {
        Variable variable = store.to();
        int size = variable.shape().size();
        FlatArray from = array(store.from(), variable.dtype());
        // What is in working space stays until the next run; only another variable may be stored into meanwhile.
        boolean mayChange = plan.buffers().get(store.from()) instanceof Plan.Buffer.Of;
        FlatArray copied = mayChange ? copy(size, variable.dtype()) : from;
        stores.add(new Store(from, copied, variables.get(variable), size));
    }

    private FlatArray copy(int size, DType dtype) {
        FlatArray copy = new FlatArray(size, dtype);
        own.put(new Key(-1 - own.size(), dtype), copy);
        return copy;
    }

    private FlatArray result(String name) {
        return array(plan.outputs().get(name), plan.graph().outputs().get(name).dtype());
    }

    int scalars() {
        return scalars.length;
    }

    void run(double[] report, int offset) {
        for (int i = 0; i < calls.size(); i++) {
            calls.get(i).run();
        }
        for (int i = 0; i < scalars.length; i++) {
            report[offset + i] = scalars[i].get(0);
        }
        for (int i = 0; i < stores.size(); i++) {
            Store store = stores.get(i);
            if (store.copied != store.from) {
                store.copied.copyFrom(store.from, store.size);
            }
        }
        for (int i = 0; i < stores.size(); i++) {
            Store store = stores.get(i);
            store.to.copyFrom(store.copied, store.size);
        }
    }

    Tensor output(String name) {
        return result(name).read(plan.graph().outputs().get(name).shape());
    }

    @Override
    public void close() {
        calls.clear();
        own.values().forEach(FlatArray::close);
    }
}
