package org.chainboard.engine.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * What first gave a number that is not finite.
 *
 * @param place the part of the model, such as {@code Dense₂}; the gradient ({@code ∇Dense₂.W}) or the variable it was for,
 *     where it was no part of the model; empty where that is not known either
 * @param op the operation, such as {@code exp}
 */
public record Culprit(String place, String op) {

    /** For people: {@code Dense₂ (exp)}. */
    String text() {
        return op.isEmpty() ? place : place + " (" + op + ")";
    }

    /** Replays one step. */
    private static final class Replay {
        private final Graph graph;
        private final Map<Node, Tensor> values = new HashMap<>();

        Replay(Graph graph, Function<Variable, Tensor> variables) {
            this.graph = graph;
            Eager eager = new Eager();
            for (Node node : graph.nodes()) {
                values.put(node, value(node, eager, variables));
            }
        }

        private Tensor value(Node node, Eager eager, Function<Variable, Tensor> variables) {
            if (node.op() instanceof Source.Read read) {
                return variables.apply(read.variable());
            } else if (node.op() instanceof Source.Constant constant) {
                return constant.tensor();
            }
            return eager.evaluate(
                    node.op(), node.inputs().stream().map(values::get).toList(), node.shape());
        }

        private boolean bad(Node node) {
            return !values.get(node).isFinite();
        }

        /** The nearest node before {@code end} that is not finite. */
        private Optional<Node> nearest(Node end) {
            Deque<Node> queue = new ArrayDeque<>(List.of(end));
            Set<Node> seen = new HashSet<>(queue);
            while (!queue.isEmpty()) {
                Node node = queue.removeFirst();
                if (bad(node)) {
                    return Optional.of(node);
                }
                node.inputs().stream().filter(seen::add).forEach(queue::addLast);
            }
            return Optional.empty();
        }

        /**
         * The first node that {@code end} got its number from. What is infinite only in a branch that was not taken is passed
         * by, for the way to it leads through finite numbers.
         */
        private Node first(Node end) {
            Node first = end;
            Deque<Node> stack = new ArrayDeque<>(List.of(end));
            Set<Node> seen = new HashSet<>(stack);
            while (!stack.isEmpty()) {
                Node node = stack.pop();
                first = node.id() < first.id() ? node : first;
                node.inputs().stream().filter(this::bad).filter(seen::add).forEach(stack::push);
            }
            return first;
        }

        private String place(Node node) {
            if (!node.scope().isEmpty()) {
                return node.scope();
            } else if (node.op() instanceof Source.Read read) {
                return read.variable().name();
            }
            Optional<String> gradient = graph.outputs().entrySet().stream()
                    .filter(output -> output.getKey().startsWith(TrainingProgram.GRADIENT) && bad(output.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            return gradient.orElseGet(() -> update().orElse(""));
        }

        /** The variable whose new numbers are not finite; the graph chooses between them and the old ones. */
        private Optional<String> update() {
            return graph.updates().entrySet().stream()
                    .filter(entry -> entry.getValue().inputs().stream().anyMatch(this::bad))
                    .map(entry -> entry.getKey().name())
                    .findFirst();
        }
    }

    /**
     * Replays a step with the definitions of the ops and finds out.
     *
     * @param graph the step
     * @param variables what each variable held before it
     * @param end a result that is wrong because of it
     * @return empty where the replay gave finite numbers only
     */
    static Optional<Culprit> of(Graph graph, Function<Variable, Tensor> variables, Node end) {
        Replay replay = new Replay(graph, variables);
        return replay.nearest(end).map(replay::first).map(node -> new Culprit(replay.place(node), label(node)));
    }

    private static String label(Node node) {
        return node.op() instanceof Source.Read ? "" : node.op().label();
    }
}
