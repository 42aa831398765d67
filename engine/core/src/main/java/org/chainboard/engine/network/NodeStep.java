package org.chainboard.engine.network;

import java.util.List;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;

/** What one node does with what comes in. */
final class NodeStep {
    private NodeStep() {}

    /** The node's result; what is computed for it carries the node's name. */
    static Var apply(NetworkNode node, Layer layer, List<Var> inputs, Mode mode) {
        Var first = inputs.get(0);
        return mode.at(node.id(), inputs, () -> first.in(node.name(), () -> result(layer, inputs, mode)));
    }

    private static Var result(Layer layer, List<Var> inputs, Mode mode) {
        return layer instanceof FunctionLayer function ? function.apply(inputs) : layer.apply(inputs.get(0), mode);
    }
}
