package org.chainboard.app;

import java.util.HashMap;
import java.util.Map;
import org.chainboard.app.canvas.view.NetworkFacts;
import org.chainboard.app.run.Outcome;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.tools.training.Samples;

/** What the canvas shows of a check. */
final class Facts {
    private Facts() {}

    static NetworkFacts of(Outcome outcome) {
        if (outcome.checked().isEmpty() || outcome.samples().isEmpty()) {
            return NetworkFacts.NONE;
        }
        Network network = outcome.document().network();
        Checked checked = outcome.checked().get();
        Map<Wire, String> wires = new HashMap<>();
        for (Wire wire : network.wires()) {
            Shape size = checked.sizes().get(wire.from());
            if (size != null) {
                wires.put(wire, size.toString());
            }
        }
        Map<String, String> nodes = new HashMap<>();
        network.nodes().forEach(node -> {
            String text = size(node, network, checked, outcome.samples().get());
            if (!text.isEmpty()) {
                nodes.put(node.id(), text);
            }
        });
        Map<String, Problem> problems = new HashMap<>();
        // an open end is no fault while one draws; the status line says what comes next
        checked.problems().stream()
                .filter(problem -> problem.code() != Problem.Code.UNCONNECTED)
                .forEach(problem -> problems.putIfAbsent(problem.place(), problem));
        return new NetworkFacts(wires, nodes, problems);
    }

    private static String size(NetworkNode node, Network network, Checked checked, Samples samples) {
        if (node.block() instanceof Block.Input) {
            return "x " + samples.data().x().shape();
        }
        if (node.block() instanceof Block.Dense dense) {
            return checked.into(network, new Port(node.id(), 0))
                    .filter(size -> !size.isScalar())
                    .map(size -> size.dim(0) + " ⇒ " + dense.units())
                    .orElse("");
        }
        return "";
    }
}
