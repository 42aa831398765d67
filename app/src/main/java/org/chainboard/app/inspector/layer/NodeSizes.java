package org.chainboard.app.inspector.layer;

import java.util.Optional;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.Shape;

/** How many numbers come to a node, from where, and how many it trains. */
final class NodeSizes {
    private static final int NOT_KNOWN = -1;

    private NodeSizes() {}

    /** How many numbers of each sample come in at the first port. */
    static Optional<Integer> inputs(Facts now, String id) {
        return now.into(new Port(id, 0)).map(NodeSizes::rows);
    }

    /** How many numbers of a sample there are in an array of this size. */
    static int rows(Shape size) {
        return size.isScalar() ? 1 : size.dim(0);
    }

    /** The node that made what comes in at the first port, whatever activations it ran through. */
    static Optional<NetworkNode> maker(Network network, String id) {
        Optional<NetworkNode> before = before(network, id);
        for (int i = 0; i < network.nodes().size(); i++) {
            Optional<NetworkNode> here = before;
            if (here.isEmpty() || !(here.get().block() instanceof Block.Activation)) {
                break;
            }
            Optional<NetworkNode> earlier = before(network, here.get().id());
            before = earlier.isPresent() ? earlier : here;
        }
        return before;
    }

    /** The node at the other end of the wire into the first port. */
    static Optional<NetworkNode> before(Network network, String id) {
        return network.wireInto(new Port(id, 0)).map(Wire::from).map(Port::node).flatMap(network::node);
    }

    /** How many numbers a node trains; less than 0 where that is not known yet. */
    static int parameters(Facts now, NetworkNode node) {
        Block block = node.block();
        if (block instanceof Block.Dense dense) {
            return inputs(now, node.id()).map(inputs -> dense(dense, inputs)).orElse(NOT_KNOWN);
        }
        if (block instanceof Block.Function function) {
            return TypedFunction.parse(function.text()) instanceof TypedFunction f
                    ? f.letters().size()
                    : NOT_KNOWN;
        }
        if (block instanceof Block.Shared || block instanceof Block.Written) {
            return now.layer(node.id()).map(Layer::count).orElse(NOT_KNOWN);
        }
        return block instanceof Block.Activation ? 0 : NOT_KNOWN;
    }

    private static int dense(Block.Dense dense, int inputs) {
        int bias = dense.bias() ? dense.units() : 0;
        boolean isTyped = Activation.parse(dense.activation()).isEmpty();
        return inputs * dense.units() + bias + (isTyped ? letters(dense.activation()) : 0);
    }

    private static int letters(String text) {
        return TypedFunction.parse(text) instanceof TypedFunction f
                ? f.letters().size()
                : 0;
    }
}
