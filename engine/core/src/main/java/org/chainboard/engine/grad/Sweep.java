package org.chainboard.engine.grad;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;

/** From a result backwards: nodes are visited by number, the last made first, so that no recursion is needed. */
final class Sweep {
    private final GraphBuilder builder;
    private final Reach reach;
    /** By the number of the node. */
    private final Node[] gradients;

    private Sweep(Var result, List<Var> wrt) {
        this.builder = result.builder();
        this.reach = new Reach(result.node(), wrt.stream().map(Var::node).toList());
        this.gradients = new Node[result.node().id() + 1];
    }

    /** The gradient of the sum of {@code result} times {@code upstream}, with respect to each of {@code wrt}. */
    static List<Var> of(Var result, Var upstream, List<Var> wrt) {
        Sweep sweep = new Sweep(result, wrt);
        sweep.run(result.node(), upstream.node());
        List<Var> answers = new ArrayList<>();
        for (Var variable : wrt) {
            int id = variable.node().id();
            Node found = id < sweep.gradients.length ? sweep.gradients[id] : null;
            answers.add(found == null ? zeros(variable) : new Var(variable.builder(), found));
        }
        return answers;
    }

    private static Var zeros(Var variable) {
        return variable.like(0).expand(variable.shape());
    }

    private void run(Node result, Node seed) {
        gradients[result.id()] = seed;
        for (int id = result.id(); id >= 0; id--) {
            Node upstream = gradients[id];
            Node node = upstream == null ? null : reach.below(id);
            for (int i = 0; node != null && i < node.inputs().size(); i++) {
                Node input = node.input(i);
                Node part = reach.matters(input) ? part(node, i, upstream) : null;
                if (part != null) {
                    Node others = gradients[input.id()];
                    gradients[input.id()] = others == null ? part : sum(others, part);
                }
            }
        }
    }

    private Node part(Node node, int input, Node upstream) {
        return builder.in(node.scope(), () -> {
            Node part = node.op().gradient(builder, node, input, upstream);
            Shape shape = node.input(input).shape();
            return part == null ? null : new Var(builder, part).expand(shape).node();
        });
    }

    private Node sum(Node a, Node b) {
        return new Var(builder, a).add(new Var(builder, b)).node();
    }
}
