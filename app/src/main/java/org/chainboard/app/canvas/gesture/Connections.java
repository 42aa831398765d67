package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;

/** Which wires may be drawn. */
@FunctionalInterface
public interface Connections {

    /**
     * Why this wire cannot be drawn, as a sentence for people; empty where it can. A wire to an input that is taken
     * replaces the one that ends there.
     */
    Optional<String> refusal(Network network, Wire wire);

    /** Both this and another one must agree; this one speaks first. */
    default Connections and(Connections other) {
        return (network, wire) -> refusal(network, wire).or(() -> other.refusal(network, wire));
    }
}
