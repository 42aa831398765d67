package org.chainboard.engine.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.tensor.Shape;

/** Checks what every later stage relies on; a fault it finds is a bug in the engine, never in a student's model. */
public final class Verifier {
    private Verifier() {}

    /** @throws IllegalStateException naming the first node that breaks a rule */
    public static void verify(Graph graph) {
        Set<Node> seen = new HashSet<>();
        for (Node node : graph.nodes()) {
            require(seen.containsAll(node.inputs()), node, "comes before one of its inputs");
            List<Shape> shapes = GraphBuilder.each(node.inputs(), Node::shape);
            require(node.op().shape(shapes).equals(node.shape()), node, "has not the size its op gives");
            seen.add(node);
        }
        graph.outputs().values().forEach(node -> require(seen.contains(node), node, "is a result but not computed"));
        graph.updates().values().forEach(node -> require(seen.contains(node), node, "is stored but not computed"));
    }

    private static void require(boolean holds, Node node, String fault) {
        if (!holds) {
            throw new IllegalStateException(node + " " + fault);
        }
    }
}
