package org.chainboard.app.canvas.view;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The newest numbers of a running network. The canvas asks once per pulse, on the JavaFX thread; an answer must come at
 * once. Nodes are named by id.
 */
public interface NodeLive {

    /** A matrix of weights, row by row; one object is one set of numbers, a new set is a new object. */
    record Weights(double[] values, int rows, int columns) {}

    /** A network that does not run. */
    NodeLive NONE = new NodeLive() {};

    /** The weights that a Dense shows. */
    default Optional<Weights> weights(String node) {
        return Optional.empty();
    }

    /** How large the gradient of the node's parameters is, from 0 to 1 of the largest in the network. */
    default OptionalDouble gradient(String node) {
        return OptionalDouble.empty();
    }

    /** A number that stands on the card, such as the loss. */
    default Optional<String> value(String node) {
        return Optional.empty();
    }

    /** Whether values run through the wires now. */
    default boolean flowing() {
        return false;
    }
}
