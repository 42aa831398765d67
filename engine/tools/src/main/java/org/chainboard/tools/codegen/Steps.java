package org.chainboard.tools.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;

/**
 * A drawing as what is computed after what.
 *
 * @param fields the layers that have a field, by its name, in reading order
 * @param all one step for each node between the input and the prediction, each after those it needs
 * @param result the variable that holds the prediction
 */
record Steps(Map<String, Field> fields, List<Step> all, String result) {
    /** The variable that holds the samples. */
    static final String INPUT = "x";

    /** A layer and the name by which people know it. */
    record Field(String node, Layer layer) {}

    /**
     * What one node computes.
     *
     * @param variable holds its result
     * @param field the layer; empty for an activation, which needs no field
     * @param inputs the variables that it takes
     */
    record Step(String variable, String field, Layer layer, List<String> inputs) {}

    static Steps of(NetworkModel model) {
        Network network = model.network();
        String loss = network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .findFirst()
                .orElseThrow()
                .id();
        Port end = network.wireInto(new Port(loss, 0)).orElseThrow().from();
        return new Maker(model).steps(end);
    }

    /** Whether each step takes what the one before it gave. */
    boolean isStraight() {
        String before = INPUT;
        for (Step step : all) {
            if (!step.inputs.equals(List.of(before))) {
                return false;
            }
            before = step.variable;
        }
        return true;
    }

    /** Gives names to layers and results while it goes through the drawing. */
    private static final class Maker {
        private final NetworkModel model;
        private final Names names = new Names(INPUT, "mode", "chain", "inputs", "outputs");
        private final Map<String, String> fieldOf = new HashMap<>();
        private final Map<String, String> variableOf = new HashMap<>();
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();

        Maker(NetworkModel model) {
            this.model = model;
        }

        Steps steps(Port end) {
            Network network = model.network();
            for (NetworkNode node : network.ordered()) {
                if (!network.leads(node.id(), end.node())) {
                    continue;
                }
                if (node.block() instanceof Block.Input) {
                    variableOf.put(node.id(), INPUT);
                } else {
                    steps.add(step(node));
                }
            }
            return new Steps(fields, steps, variableOf.get(end.node()));
        }

        private Step step(NetworkNode node) {
            Layer layer = model.layer(node.id()).orElseThrow();
            String field = layer instanceof Activation ? "" : field(node, layer);
            String base = Identifiers.camel(node.name(), "node");
            String variable = names.free(base + "Out");
            variableOf.put(node.id(), variable);
            return new Step(variable, field, layer, inputs(node));
        }

        private List<String> inputs(NetworkNode node) {
            List<String> inputs = new ArrayList<>();
            for (int i = 0; i < node.block().inputs(); i++) {
                Wire wire = model.network().wireInto(new Port(node.id(), i)).orElseThrow();
                inputs.add(variableOf.get(wire.from().node()));
            }
            return inputs;
        }

        private String field(NetworkNode node, Layer layer) {
            NetworkNode owner = owner(node);
            return fieldOf.computeIfAbsent(owner.id(), id -> {
                String name = names.free(Identifiers.camel(owner.name(), "layer"));
                fields.put(name, new Field(owner.name(), layer));
                return name;
            });
        }

        private NetworkNode owner(NetworkNode node) {
            NetworkNode owner = node;
            while (owner.block() instanceof Block.Shared shared) {
                owner = model.network().node(shared.original()).orElseThrow();
            }
            return owner;
        }
    }
}
