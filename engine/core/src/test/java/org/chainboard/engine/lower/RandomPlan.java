package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** A plan that mixes arrays of several sizes, folds, single numbers and updates as a seed has it. */
public final class RandomPlan {
    private static final int STEPS = 25;
    private static final int[] SIZES = {1, 3, 40, 1500, 5000};
    /** The last one is large enough for a guarded update to be computed twice. */
    private static final int[] LARGE_TOO = {1, 3, 40, 1500, 5000, 40_000};

    private final GraphBuilder builder = new GraphBuilder();
    private final Rng rng;
    private final List<Variable> variables = new ArrayList<>();
    /** What there is to compute with, by its size. */
    private final Map<Integer, List<Var>> found = new LinkedHashMap<>();

    private final int[] sizes;
    private final boolean guarded;

    public RandomPlan(int seed) {
        this(seed, SIZES, false);
    }

    private RandomPlan(int seed, int[] sizes, boolean guarded) {
        this.rng = new Rng(seed, 1);
        this.sizes = sizes;
        this.guarded = guarded;
    }

    /** With large arrays too, and most updates only where one number is larger than another. */
    static RandomPlan guarded(int seed) {
        return new RandomPlan(seed, LARGE_TOO, true);
    }

    public Plan plan() {
        for (int i = 0; i < 8; i++) {
            int size = sizes[i < sizes.length ? i : rng.below(sizes.length)];
            double[] numbers = IntStream.range(0, size)
                    .mapToDouble(at -> rng.uniform(-1, 1))
                    .toArray();
            variables.add(new State("v" + i, Tensor.of(Shape.of(size), DType.F64, numbers)));
            add(Var.read(builder, variables.get(i)));
        }
        for (int i = 0; i < STEPS; i++) {
            add(any(sizes[rng.below(sizes.length)]));
        }
        Map<Variable, Node> updates = new LinkedHashMap<>();
        Var go = guarded ? chosen(1).greater(chosen(1)).reshape(Shape.scalar()) : null;
        for (Variable variable : variables.subList(0, sizes.length)) {
            Var next = chosen(variable.shape().size());
            boolean waits = guarded && rng.below(3) > 0;
            updates.put(variable, (waits ? Var.where(go, next, next.read(variable)) : next).node());
        }
        Map<String, Node> outputs = new LinkedHashMap<>();
        for (int size : sizes) {
            outputs.put("array of " + size, chosen(size).node());
            outputs.put("sum of " + size, chosen(size).square().sum().node());
        }
        return Planner.plan(builder.build(outputs, updates));
    }

    private void add(Var made) {
        found.computeIfAbsent(made.shape().size(), size -> new ArrayList<>()).add(made);
    }

    private Var chosen(int size) {
        List<Var> all = found.get(size);
        return all.get(rng.below(all.size()));
    }

    /** Something new of this size, no larger than 2. */
    private Var any(int size) {
        Var a = chosen(size);
        return switch (rng.below(6)) {
            case 0 -> a.sub(chosen(size)).tanh();
            case 1 -> a.mul(0.5).add(chosen(size).mul(0.25));
            case 2 -> a.mul(chosen(1).reshape(Shape.scalar())).tanh();
            case 3 -> a.square().mean().tanh().reshape(Shape.of(1));
            case 4 -> a.sub(chosen(size).mul(0.5)).abs().neg().exp();
            default -> Var.where(a.greater(chosen(size)), a, a.mul(0.5));
        };
    }
}
