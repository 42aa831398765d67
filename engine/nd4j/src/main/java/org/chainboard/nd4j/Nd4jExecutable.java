package org.chainboard.nd4j;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** The arrays of some plans: one for each variable, shared, and the working space of each plan. */
final class Nd4jExecutable implements Executable {
    private final Map<Variable, FlatArray> variables = new HashMap<>();
    private final Map<Plan, Walk> walks = new IdentityHashMap<>();

    Nd4jExecutable(List<Plan> plans) {
        for (Plan plan : plans) {
            plan.graph().variables().forEach(this::take);
            walks.put(plan, new Walk(plan, variables));
        }
    }

    private void take(Variable variable) {
        variables.computeIfAbsent(variable, taken -> FlatArray.of(taken.value()));
    }

    @Override
    public void write(Variable variable, Tensor value) {
        if (!value.shape().equals(variable.shape())) {
            throw new IllegalArgumentException(variable + " cannot hold " + value.shape());
        }
        array(variable).write(value);
    }

    @Override
    public Tensor read(Variable variable) {
        return array(variable).read(variable.shape());
    }

    private FlatArray array(Variable variable) {
        FlatArray array = variables.get(variable);
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
        walks.values().forEach(Walk::close);
        variables.values().forEach(FlatArray::close);
        walks.clear();
        variables.clear();
    }
}
