package org.chainboard.engine.backend.reference;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** The arrays of some plans: one for each variable, shared, and the working space of each plan. */
final class ReferenceExecutable implements Executable {
    private final Map<Variable, double[]> variables = new HashMap<>();
    private final Map<Plan, Walk> walks = new IdentityHashMap<>();

    ReferenceExecutable(List<Plan> plans) {
        for (Plan plan : plans) {
            plan.graph().variables().forEach(this::take);
            walks.put(plan, new Walk(plan, variables));
        }
    }

    private void take(Variable variable) {
        variables.computeIfAbsent(variable, taken -> taken.value().toDoubles());
    }

    @Override
    public void write(Variable variable, Tensor value) {
        if (!value.shape().equals(variable.shape())) {
            throw new IllegalArgumentException(variable + " cannot hold " + value.shape());
        }
        value.cast(variable.dtype()).copyTo(array(variable), 0);
    }

    @Override
    public Tensor read(Variable variable) {
        return Tensor.of(variable.shape(), variable.dtype(), array(variable));
    }

    private double[] array(Variable variable) {
        double[] array = variables.get(variable);
        if (array == null) {
            throw new IllegalArgumentException(variable + " is in none of the plans that were bound");
        }
        return array;
    }

    @Override
    public void run(Plan plan, int times, double[] scalars) {
        Walk walk = walks.get(plan);
        for (int i = 0; i < times; i++) {
            walk.run(scalars, i * walk.scalars());
        }
    }

    @Override
    public Tensor output(Plan plan, String name) {
        return walks.get(plan).output(name);
    }

    @Override
    public void close() {
        variables.clear();
        walks.clear();
    }
}
