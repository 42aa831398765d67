package org.chainboard.engine.grad;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.chainboard.engine.graph.Node;

/** Which nodes below a result depend on what is differentiated by; only those take part in the sweep. */
final class Reach {
    /** By number; null where a node is not below the result. */
    private final Node[] below;

    private final boolean[] dependent;

    Reach(Node result, List<Node> wrt) {
        this.below = new Node[result.id() + 1];
        this.dependent = new boolean[result.id() + 1];
        find(result);
        for (Node node : wrt) {
            if (node.id() < dependent.length) {
                dependent[node.id()] = true;
            }
        }
        for (Node node : below) {
            for (int i = 0; node != null && i < node.inputs().size(); i++) {
                dependent[node.id()] |= dependent[node.input(i).id()];
            }
        }
    }

    private void find(Node result) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(result);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (below[node.id()] == null) {
                below[node.id()] = node;
                for (Node input : node.inputs()) {
                    open.push(input);
                }
            }
        }
    }

    /** The node below the result with this number, null where there is none. */
    Node below(int id) {
        return below[id];
    }

    boolean matters(Node node) {
        return dependent[node.id()];
    }
}
