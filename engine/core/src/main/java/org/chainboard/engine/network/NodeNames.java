package org.chainboard.engine.network;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What new nodes are called: {@code Dense₁}, {@code Dense₂}, but plain {@code tanh}, which has no parameters to name. */
public final class NodeNames {
    private static final int SUBSCRIPT_ZERO = '₀';

    private NodeNames() {}

    /** A name for a new node: the plain one, or with the lowest number that is free. */
    public static String next(Network network, Block block) {
        Set<String> taken = network.nodes().stream().map(NetworkNode::name).collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> of(block, n))
                .filter(name -> !isNumbered(block) || !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The name of the block that is the {@code number}th of its kind, from 1; some kinds have no numbers. */
    public static String of(Block block, int number) {
        return isNumbered(block) ? base(block) + subscript(number) : base(block);
    }

    /** The number in small low digits, as in {@code Dense₁₂}. */
    public static String subscript(int number) {
        StringBuilder digits = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> digits.append((char) (SUBSCRIPT_ZERO + digit - '0')));
        return digits.toString();
    }

    /** The name of a kind of node without a number. */
    public static String base(Block block) {
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
        if (block instanceof Block.Written written) {
            return written.kind();
        }
        return block instanceof Block.Loss ? "Loss" : "Shared";
    }

    private static boolean isNumbered(Block block) {
        return block instanceof Block.Dense
                || block instanceof Block.Function
                || block instanceof Block.Written
                || block instanceof Block.Shared;
    }
}
