package org.chainboard.engine.plan;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * One entry point of a program, ready for a backend, which receives it whole: it may walk it, fuse it, or record it once
 * and replay it.
 *
 * <p>Buffers are numbered from 0. Running a plan carries out the steps in order, then the stores. Several plans bound
 * together share their variables: that is how the last, smaller batch and the evaluation see the same weights.
 *
 * @param graph where it came from, for messages
 * @param buffers what each buffer is
 * @param steps the ops in order
 * @param stores what is copied into variables once all steps are done
 * @param outputs the buffer of each named result; it stays valid until the next run
 */
public record Plan(
        Graph graph, List<Buffer> buffers, List<Step> steps, List<Store> stores, Map<String, Integer> outputs) {

    /** A flat array of numbers. */
    public sealed interface Buffer {
        /** The present numbers of a variable. */
        record Of(Variable variable) implements Buffer {}

        /** Numbers that never change. */
        record Fixed(Tensor tensor) implements Buffer {}

        /** Working space for {@code size} numbers, used by several results one after the other. */
        record Scratch(int size) implements Buffer {}
    }

    /** Applies the op of {@code node} to the buffers {@code in} and leaves the result in the buffer {@code out}. */
    public record Step(Node node, List<Integer> in, int out) {}

    /** Copies the numbers of a buffer into a variable. */
    public record Store(int from, Variable to) {}

    /** The outputs that are single numbers, in order: what {@code run} reports of every run. */
    public List<String> scalars() {
        return graph.outputs().entrySet().stream()
                .filter(entry -> entry.getValue().shape().size() == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Numbers of working space in all. */
    public int scratch() {
        return buffers.stream()
                .mapToInt(buffer -> buffer instanceof Buffer.Scratch scratch ? scratch.size() : 0)
                .sum();
    }
}
