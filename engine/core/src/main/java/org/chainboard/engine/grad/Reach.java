package org.chainboard.engine.grad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.chainboard.engine.graph.Node;

/** Which nodes below a result depend on what is differentiated by; only those take part in the sweep. */
final class Reach {
    private final BitSet dependent = new BitSet();

    Reach(Node result, List<Node> wrt) {
        wrt.forEach(node -> dependent.set(node.id()));
        List<Node> below = below(result);
        below.sort((a, b) -> Integer.compare(a.id(), b.id()));
        for (Node node : below) {
            if (node.inputs().stream().anyMatch(this::matters)) {
                dependent.set(node.id());
            }
        }
    }

    private static List<Node> below(Node result) {
        BitSet seen = new BitSet();
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(result));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.get(node.id())) {
                seen.set(node.id());
                found.add(node);
                node.inputs().forEach(open::push);
            }
        }
        return found;
    }

    boolean matters(Node node) {
        return dependent.get(node.id());
    }
}
