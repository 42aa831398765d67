package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.network.Problem.Code;

/** A model begins at one input and ends at one loss. */
final class Ends {
    private Ends() {}

    static List<Problem> problems(Network network) {
        List<Problem> problems = new ArrayList<>();
        check(network, Block.Input.class, Code.INPUT, "oneInput", problems);
        check(network, Block.Loss.class, Code.LOSS, "oneLoss", problems);
        return problems;
    }

    /** Where there are too many, the first one is right and the others are wrong. */
    private static void check(
            Network network, Class<? extends Block> kind, Code code, String key, List<Problem> problems) {
        List<NetworkNode> found = network.nodes().stream()
                .filter(node -> kind.isInstance(node.block()))
                .toList();
        String sentence = Sentences.get(key, found.size());
        if (found.isEmpty()) {
            problems.add(new Problem(code, "", sentence));
        }
        found.stream().skip(1).forEach(node -> problems.add(new Problem(code, node.id(), sentence)));
    }
}
