package org.chainboard.app.document;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;

/** What new nodes are called: {@code Dense₁}, {@code Dense₂}, but plain {@code tanh}, which has no parameters to name. */
public final class Names {
    private static final int SUBSCRIPT_ZERO = '₀';

    private Names() {}

    /** A name for a new node: the plain one, or with the lowest number that is free. */
    static String next(Network network, Block block) {
        String base = base(block);
        if (!numbered(block)) {
            return base;
        }
        Set<String> taken = network.nodes().stream().map(NetworkNode::name).collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> base + subscript(n))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The number in small low digits, as in {@code Dense₁₂}. */
    public static String subscript(int number) {
        StringBuilder digits = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> digits.append((char) (SUBSCRIPT_ZERO + digit - '0')));
        return digits.toString();
    }

    /** The name of a kind of node without a number. */
    static String base(Block block) {
        if (block instanceof Block.Input) {
            return "Input";
        }
        if (block instanceof Block.Dense) {
            return "Dense";
        }
        if (block instanceof Block.Activation activation) {
            return activation.name();
        }
        if (block instanceof Block.Function) {
            return "ƒ";
        }
        return block instanceof Block.Loss ? "Loss" : "Shared";
    }

    private static boolean numbered(Block block) {
        return block instanceof Block.Dense || block instanceof Block.Function || block instanceof Block.Shared;
    }
}
