package org.chainboard.app.inspector.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;

/** A row of the list of parameters: a node, or a parameter below it. */
sealed interface Row {

    /** The node it leads to. */
    String node();

    /** A node and how many numbers it trains. */
    record Group(String node, String name, int count) implements Row {}

    /** A parameter of a node. */
    record Entry(String node, String name, Shape shape) implements Row {}

    /** The rows of a model, in the order in which data run through it. */
    static List<Row> all(NetworkModel model, Facts now) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<Parameter>> parameters = model.parameters();
        for (NetworkNode node : model.network().ordered()) {
            List<Parameter> own = parameters.getOrDefault(node.id(), List.of());
            if (own.isEmpty()) {
                continue;
            }
            int count = own.stream().mapToInt(each -> each.shape().size()).sum();
            String name = now.node(node.id()).map(NetworkNode::name).orElse(node.name());
            rows.add(new Group(node.id(), name, count));
            own.forEach(each -> rows.add(new Entry(node.id(), each.name(), each.shape())));
        }
        return rows;
    }
}
