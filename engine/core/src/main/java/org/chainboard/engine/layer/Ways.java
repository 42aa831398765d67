package org.chainboard.engine.layer;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;

/** What layers of several ways have in common. */
final class Ways {
    private Ways() {}

    /** Joins {@code values}; where they do not go together, says so for {@code layer}. */
    static Var join(Layer layer, Connection connection, List<Var> values, Mode mode) {
        try {
            return connection.join(values, mode);
        } catch (ShapeException e) {
            String sizes =
                    values.stream().map(value -> value.shape().toString()).collect(Collectors.joining(" and "));
            throw new ShapeException(
                    layer + " cannot join sizes " + sizes + " with " + text(connection) + ": " + e.getMessage());
        }
    }

    /** A connection as text; what a Java lambda does cannot be printed. */
    static String text(Connection connection) {
        boolean prints = connection instanceof Join || connection instanceof Layer;
        return prints ? connection.toString() : "function";
    }

    static List<Layer> atLeastOne(String kind, List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(kind + " needs at least one layer");
        }
        return List.copyOf(layers);
    }

    /** One input for each layer; a single one goes to all. */
    static List<Var> spread(Layer layer, List<Var> inputs, int count) {
        if (inputs.size() == count) {
            return inputs;
        }
        if (inputs.size() == 1) {
            return Collections.nCopies(count, inputs.get(0));
        }
        throw new ShapeException(
                layer + " needs 1 input, or one for each of its " + count + " layers, got " + inputs.size());
    }

    static String listed(List<Layer> layers) {
        return layers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
