package org.chainboard.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.tensor.Variable;

/**
 * A finished program: the nodes in an order in which they can be computed, the named results, and what each changed
 * variable becomes once all nodes have been computed. Nodes that nothing needs are left out.
 */
public final class Graph {
    private final List<Node> nodes;
    private final Map<String, Node> outputs;
    private final Map<Variable, Node> updates;

    Graph(List<Node> made, Map<String, Node> outputs, Map<Variable, Node> updates) {
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.updates = Collections.unmodifiableMap(checked(updates));
        this.nodes = needed(made);
    }

    private static Map<Variable, Node> checked(Map<Variable, Node> updates) {
        Map<Variable, Node> copy = new LinkedHashMap<>(updates);
        copy.forEach((variable, node) -> {
            if (!variable.shape().equals(node.shape()) || variable.dtype() != node.dtype()) {
                throw new IllegalArgumentException(variable + " cannot become " + node);
            }
        });
        return copy;
    }

    private List<Node> needed(List<Node> made) {
        BitSet wanted = new BitSet(made.size());
        outputs.values().forEach(node -> wanted.set(node.id()));
        updates.values().forEach(node -> wanted.set(node.id()));
        for (int id = wanted.length() - 1; id >= 0; id--) {
            if (wanted.get(id)) {
                for (Node input : made.get(id).inputs()) {
                    wanted.set(input.id());
                }
            }
        }
        List<Node> kept = new ArrayList<>(wanted.cardinality());
        wanted.stream().forEach(id -> kept.add(made.get(id)));
        return List.copyOf(kept);
    }

    /** The nodes, each after its inputs. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Results by name, in the order given. */
    public Map<String, Node> outputs() {
        return outputs;
    }

    /** What each changed variable becomes; all are changed together, after every node has been computed. */
    public Map<Variable, Node> updates() {
        return updates;
    }

    /** The variables that are read or changed, each once, in the order of first use. */
    public Set<Variable> variables() {
        Set<Variable> found = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.op() instanceof Source.Read read) {
                found.add(read.variable());
            }
        }
        found.addAll(updates.keySet());
        return Collections.unmodifiableSet(found);
    }

    /** The program as text, one node a line. */
    @Override
    public String toString() {
        Map<Node, String> names = new IdentityHashMap<>();
        outputs.forEach((name, node) -> names.merge(node, name, (a, b) -> a + ", " + b));
        StringBuilder text = new StringBuilder();
        for (Node node : nodes) {
            List<String> operands =
                    node.inputs().stream().map(input -> "%" + input.id()).toList();
            text.append('%').append(node.id()).append(" = ");
            text.append(node.op().formula(operands)).append(" : ").append(node.shape());
            text.append(names.containsKey(node) ? "  → " + names.get(node) : "").append('\n');
        }
        updates.forEach((variable, node) ->
                text.append(variable.name()).append(" ← %").append(node.id()).append('\n'));
        return text.toString();
    }
}
