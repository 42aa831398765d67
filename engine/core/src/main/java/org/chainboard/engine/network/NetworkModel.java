package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** A sound drawing made into layers with parameters: what is trained, predicts and is exported. */
public final class NetworkModel {
    private final Network network;
    private final Map<String, Layer> layers;
    private final Layer prediction;
    private final Layer target;

    private NetworkModel(Network network, Map<String, Layer> layers) {
        this.network = network;
        this.layers = Collections.unmodifiableMap(layers);
        NetworkNode loss = network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .findFirst()
                .orElseThrow();
        this.prediction = flow(new Port(loss.id(), 0)).orElseThrow();
        this.target = flow(new Port(loss.id(), 1)).orElse(null);
    }

    private Optional<Layer> flow(Port input) {
        return network.wireInto(input).map(wire -> Flow.to(wire.from(), network, layers));
    }

    /**
     * Makes the layers with fresh parameters, drawn by {@code seed}; those of a node follow its id.
     *
     * @param checked what a check of this very network found
     * @throws IllegalArgumentException when the check found a problem
     */
    public static NetworkModel of(Network network, Checked checked, DType dtype, long seed) {
        if (!checked.isSound()) {
            throw new IllegalArgumentException(checked.problems().get(0).sentence());
        }
        LayerMaker maker = LayerMaker.drawing(dtype, seed);
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (NetworkNode node : network.ordered()) {
            boolean end = node.block() instanceof Block.Input || node.block() instanceof Block.Loss;
            if (!end) {
                layers.put(node.id(), made(maker, network, node, checked, layers));
            }
        }
        return new NetworkModel(network, layers);
    }

    private static Layer made(
            LayerMaker maker, Network network, NetworkNode node, Checked checked, Map<String, Layer> layers) {
        List<Shape> inputs = new ArrayList<>();
        for (int i = 0; i < node.block().inputs(); i++) {
            inputs.add(checked.into(network, new Port(node.id(), i)).orElseThrow());
        }
        try {
            return maker.make(node, inputs, layers);
        } catch (Fault fault) {
            throw new IllegalArgumentException(fault.problem().sentence(), fault);
        }
    }

    /** The network it was made from. */
    public Network network() {
        return network;
    }

    /** The layer of a node; empty for input and loss. */
    public Optional<Layer> layer(String node) {
        return Optional.ofNullable(layers.get(node));
    }

    /** From samples, features x batch, to predictions. */
    public Layer prediction() {
        return prediction;
    }

    /** From samples to what predictions are compared with; empty where that is the data's targets. */
    public Optional<Layer> target() {
        return Optional.ofNullable(target);
    }

    /** The parameters of each node that has some, in their order, by the node's id; a shared layer's at the original. */
    public Map<String, List<Parameter>> parameters() {
        Map<String, List<Parameter>> all = new LinkedHashMap<>();
        for (NetworkNode node : network.nodes()) {
            Layer layer = layers.get(node.id());
            boolean own = layer != null && !(node.block() instanceof Block.Shared);
            if (own && !layer.parameters().isEmpty()) {
                all.put(node.id(), layer.parameters());
            }
        }
        return all;
    }

    /** The variables of each node that has some, by its id: its {@link #parameters}, then what its layer remembers. */
    private Map<String, List<Variable>> variables() {
        Map<String, List<Variable>> all = new LinkedHashMap<>();
        for (NetworkNode node : network.nodes()) {
            Layer layer = layers.get(node.id());
            if (layer != null && !(node.block() instanceof Block.Shared)) {
                List<Variable> own = new ArrayList<>(layer.parameters());
                own.addAll(layer.states());
                all.put(node.id(), own);
            }
        }
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** The numbers of {@link #parameters} by node, and after them those a layer remembers. */
    public Map<String, List<Tensor>> weights() {
        Map<String, List<Tensor>> weights = new LinkedHashMap<>();
        variables()
                .forEach((node, own) ->
                        weights.put(node, own.stream().map(Variable::value).toList()));
        return weights;
    }

    /**
     * Takes numbers over, by node and place; a parameter for which there is none of its size keeps what it has.
     *
     * @return how many variables took theirs over
     */
    public int takeOver(Map<String, List<Tensor>> weights) {
        int taken = 0;
        for (Map.Entry<String, List<Variable>> entry : variables().entrySet()) {
            List<Tensor> numbers = weights.getOrDefault(entry.getKey(), List.of());
            for (int i = 0; i < Math.min(entry.getValue().size(), numbers.size()); i++) {
                Variable variable = entry.getValue().get(i);
                if (variable.shape().equals(numbers.get(i).shape())) {
                    variable.set(numbers.get(i));
                    taken++;
                }
            }
        }
        return taken;
    }

    /** How many single numbers are trained. */
    public int count() {
        return Layer.count(prediction);
    }
}
