package org.chainboard.engine.backend.jvm;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Some plans in double precision over one array. */
final class DoubleExecutable implements Executable {
    private final Layout layout = new Layout(Regions.first(Double.BYTES));
    private final Map<Plan, DoubleProgram> programs = new IdentityHashMap<>();
    private final Workers workers;
    private final double[] m;

    DoubleExecutable(List<Plan> plans, DoubleMath math, Workers workers) {
        this.workers = workers;
        plans.forEach(plan -> programs.put(plan, new DoubleProgram(plan, math, workers, layout)));
        plans.forEach(plan -> plan.graph().variables().forEach(layout::of));
        this.m = new double[Math.max(layout.length(), Regions.least(Double.BYTES))];
        layout.contents().forEach(this::put);
    }

    private void put(int at, Tensor tensor) {
        tensor.copyTo(m, at);
    }

    @Override
    public void write(Variable variable, Tensor value) {
        if (!value.shape().equals(variable.shape())) {
            throw new IllegalArgumentException(variable + " cannot hold " + value.shape());
        }
        put(place(variable), value.cast(variable.dtype()));
    }

    @Override
    public Tensor read(Variable variable) {
        double[] numbers = new double[variable.shape().size()];
        System.arraycopy(m, place(variable), numbers, 0, numbers.length);
        return Tensor.of(variable.shape(), variable.dtype(), numbers);
    }

    private int place(Variable variable) {
        if (!layout.holds(variable)) {
            throw new IllegalArgumentException(variable + " is in none of the plans that were bound");
        }
        return layout.of(variable);
    }

    @Override
    public void run(Plan plan, int times, double[] scalars) {
        DoubleProgram program = programs.get(plan);
        for (int i = 0; i < times; i++) {
            program.run(m, scalars, i * program.scalars());
        }
    }

    @Override
    public Tensor output(Plan plan, String name) {
        return programs.get(plan).output(m, name);
    }

    @Override
    public void close() {
        workers.close();
    }
}
