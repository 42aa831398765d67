package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * What has to change so that this wire, which may be drawn, works at once.
     *
     * @param change applied to the network that has the wire
     * @param sentence tells what was changed
     */
    record Mending(UnaryOperator<Network> change, String sentence) {}

    /** What is changed along with a wire that may be drawn; empty where it works as it is. */
    default Optional<Mending> mending(Network network, Wire wire) {
        return Optional.empty();
    }

    /** Both this and another one must agree; this one speaks first. */
    default Connections and(Connections other) {
        Connections first = this;
        return new Connections() {
            @Override
            public Optional<String> refusal(Network network, Wire wire) {
                return first.refusal(network, wire).or(() -> other.refusal(network, wire));
            }

            @Override
            public Optional<Mending> mending(Network network, Wire wire) {
                return first.mending(network, wire).or(() -> other.mending(network, wire));
            }
        };
    }
}
