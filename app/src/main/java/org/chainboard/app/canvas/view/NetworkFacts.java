package org.chainboard.app.canvas.view;

import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.network.Wire;

/**
 * What is known of a network beside its drawing; what is not known is left out.
 *
 * @param wireSizes what stands on a wire, such as {@code 8×32}
 * @param nodeSizes what stands on a card, by the node's id: {@code 2 ⇒ 8} on a Dense, {@code x 2×400} on an input
 * @param problems what is wrong with a node, by its id
 */
public record NetworkFacts(Map<Wire, String> wireSizes, Map<String, String> nodeSizes, Map<String, Problem> problems) {
    public static final NetworkFacts NONE = new NetworkFacts(Map.of(), Map.of(), Map.of());

    public NetworkFacts {
        wireSizes = Map.copyOf(wireSizes);
        nodeSizes = Map.copyOf(nodeSizes);
        problems = Map.copyOf(problems);
    }

    String size(Wire wire) {
        return wireSizes.getOrDefault(wire, "");
    }

    String size(String node) {
        return nodeSizes.getOrDefault(node, "");
    }

    Optional<Problem> problem(String node) {
        return Optional.ofNullable(problems.get(node));
    }
}
