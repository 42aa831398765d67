package org.chainboard.engine.layer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * What a layer is applied for; an argument, never a setting, so that one layer can serve both at once.
 *
 * <p>A prediction is {@link #TEST}. A training step is a mode of its own, made for each step that is written down: it has
 * random numbers and collects what layers remember from step to step. Not for use by several threads.
 */
public final class Mode {
    /** A prediction: nothing random, nothing remembered. */
    public static final Mode TEST = new Mode(0, null, Map.of());

    private record Done(String node, List<Node> inputs) {}

    private final long seed;
    private final UnaryOperator<Var> step;
    private final Map<State, Var> kept;
    private final Map<Done, Var> done = new HashMap<>();
    private final Map<String, Integer> draws = new HashMap<>();
    private String node = "";

    private Mode(long seed, UnaryOperator<Var> step, Map<State, Var> kept) {
        this.seed = seed;
        this.step = step;
        this.kept = kept;
    }

    /**
     * A training step whose number stands in {@code step} when the program runs.
     *
     * @param seed of the random numbers
     * @param step from {@link #counter}; of the number type of what is computed
     */
    public static Mode training(long seed, State step) {
        return new Mode(seed, x -> x.read(step), new LinkedHashMap<>());
    }

    /** Training step number {@code step}, for training by hand: call {@link #commit} after it. */
    public static Mode training(long seed, long step) {
        return new Mode(seed, x -> x.constant(number(step, x.dtype())), new LinkedHashMap<>());
    }

    /** A variable for the number of a step, at 0. */
    public static State counter(DType dtype) {
        return new State("step", number(0, dtype));
    }

    /** A step's number as a {@link #counter} holds it. */
    public static Tensor number(long step, DType dtype) {
        return Tensor.of(Shape.of(2), dtype, step % Uniform.HIGH, step / Uniform.HIGH);
    }

    /** The number after that of a {@link #counter}. */
    public static Var next(Var counter) {
        Var more = counter.add(counter.constant(Tensor.vector(1, 0)));
        // 1 in place of the low half where that is full, else 0; no high half is -1
        Var full = more.equalTo(more.constant(Tensor.vector(Uniform.HIGH, -1)));
        Var carry = full.take(full.constant(Tensor.vector(1, 0)));
        return more.sub(full.mul(Uniform.HIGH)).add(carry);
    }

    /** Whether this is a step of a training, else a prediction. */
    public boolean isTraining() {
        return step != null;
    }

    /** Whether random numbers were drawn, so that the step's number matters. */
    public boolean hasDrawn() {
        return !draws.isEmpty();
    }

    /**
     * Fresh random numbers for each step, uniform in [0, 1), of the size and number type of {@code x}.
     *
     * @throws IllegalStateException in a prediction
     */
    public Var uniform(Var x) {
        requireTraining();
        int draw = draws.merge(node, 1, Integer::sum);
        long stream = Rng.stream(node + "#" + draw);
        Node drawn = x.builder()
                .apply(new Uniform(x.shape(), seed, stream), step.apply(x).node());
        return new Var(x.builder(), drawn);
    }

    /** What {@code state} holds at this point of the step, in the graph of {@code x}. */
    public Var now(State state, Var x) {
        Var later = kept.get(state);
        return later == null ? x.read(state) : later;
    }

    /**
     * Remembers that {@code state} becomes {@code value} when the step is taken.
     *
     * @throws IllegalStateException in a prediction
     */
    public void keep(State state, Var value) {
        requireTraining();
        kept.put(state, value);
    }

    /** What each state becomes when the step is taken. */
    public Map<State, Var> kept() {
        return new LinkedHashMap<>(kept);
    }

    /** Gives the states their new values, where the graph is evaluated as it is made. */
    public void commit() {
        Set<Map.Entry<State, Var>> entries = kept.entrySet();
        entries.forEach(entry -> entry.getKey().set(entry.getValue().value()));
    }

    private void requireTraining() {
        if (!isTraining()) {
            throw new IllegalStateException("a prediction has no random numbers and remembers nothing");
        }
    }

    /**
     * What a node of a drawing makes of its inputs. In a training step that is computed once, on however many ways it is
     * reached, and its random numbers follow its id, whatever other nodes there are.
     */
    public Var at(String id, List<Var> inputs, Supplier<Var> body) {
        if (!isTraining()) {
            return body.get();
        }
        Done key = new Done(id, inputs.stream().map(Var::node).toList());
        Var known = done.get(key);
        if (known != null) {
            return known;
        }
        String outer = node;
        node = id;
        try {
            Var result = body.get();
            done.put(key, result);
            return result;
        } finally {
            node = outer;
        }
    }
}
