package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;

/**
 * The part of a drawing that leads to one port, as a layer.
 *
 * @param path the nodes it needs, each after those that feed it
 */
record Flow(Network network, List<NetworkNode> path, Map<String, Layer> layers, Port end) implements Layer {

    static Flow to(Port end, Network network, Map<String, Layer> layers) {
        List<NetworkNode> path = network.ordered().stream()
                .filter(node -> network.leads(node.id(), end.node()))
                .toList();
        return new Flow(network, path, layers, end);
    }

    @Override
    public Var apply(Var x, Mode mode) {
        Map<Port, Var> values = new HashMap<>();
        for (NetworkNode node : path) {
            Port output = new Port(node.id(), 0);
            if (node.block() instanceof Block.Input) {
                values.put(output, x);
            } else {
                values.put(output, NodeStep.apply(node, layers.get(node.id()), inputs(node, values), mode));
            }
        }
        return values.get(end);
    }

    private List<Var> inputs(NetworkNode node, Map<Port, Var> values) {
        List<Var> inputs = new ArrayList<>();
        for (int i = 0; i < node.block().inputs(); i++) {
            Wire wire = network.wireInto(new Port(node.id(), i)).orElseThrow();
            inputs.add(values.get(wire.from()));
        }
        return inputs;
    }

    @Override
    public List<Parameter> parameters() {
        return Layer.parameters(made());
    }

    @Override
    public List<State> states() {
        return Layer.states(made());
    }

    private List<Layer> made() {
        return path.stream()
                .map(node -> layers.get(node.id()))
                .filter(layer -> layer != null)
                .toList();
    }
}
