package org.chainboard.engine.network;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Ways to mend a drawing that a person need not work out. */
public final class Mend {
    private Mend() {}

    /**
     * The Dense whose number of outputs is what the loss gets: the nearest one before the loss with nothing between but
     * nodes of one input.
     */
    public static Optional<NetworkNode> lastDense(Network network) {
        Optional<Wire> wire = network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .findFirst()
                .flatMap(loss -> network.wireInto(new Port(loss.id(), 0)));
        Set<String> seen = new HashSet<>();
        while (wire.isPresent() && seen.add(wire.get().from().node())) {
            NetworkNode node = network.node(wire.get().from().node()).orElseThrow();
            if (node.block() instanceof Block.Dense) {
                return Optional.of(node);
            }
            boolean passes = !(node.block() instanceof Block.Written written) || written.keepsSizes();
            wire = passes && node.block().inputs() == 1 ? network.wireInto(new Port(node.id(), 0)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** With this many outputs of {@link #lastDense}; empty where there is none. */
    public static Optional<Network> lastOutputs(Network network, int outputs) {
        return lastDense(network)
                .map(node -> network.change(node.id(), old -> {
                    Block.Dense dense = (Block.Dense) old.block();
                    return old.withBlock(new Block.Dense(outputs, dense.activation(), dense.init(), dense.bias()));
                }));
    }
}
