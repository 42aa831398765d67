package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Wire;

/** What holds for every wire, whatever the sizes: from one node to another, and never round in a circle. */
public final class PlainConnections implements Connections {
    private final Texts texts;

    public PlainConnections(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Optional<String> refusal(Network network, Wire wire) {
        String from = wire.from().node();
        String to = wire.to().node();
        if (from.equals(to)) {
            return Optional.of(texts.get("connect.self", name(network, from)));
        }
        Network without = network.wireInto(wire.to()).map(network::disconnect).orElse(network);
        if (without.leads(to, from)) {
            return Optional.of(texts.get("connect.cycle", name(network, from), name(network, to)));
        }
        return Optional.empty();
    }

    private static String name(Network network, String id) {
        return network.node(id).map(NetworkNode::name).orElse(id);
    }
}
