package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network in a row as text, in Flux's spelling: {@code Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)}. It is data:
 * nothing outside its grammar can run.
 */
public final class ChainText {
    private static final int LONGEST = 20_000;

    private ChainText() {}

    /**
     * Reads {@code text}: a Chain, which may hold Chains, or a single layer. Each Dense, activation and function of one
     * argument is a block of its own, any other layer a {@link Block.Written}; {@code #} starts a comment, and {@code
     * model =} may stand in front. Layers with names, {@code first = tanh}, give them to their nodes.
     */
    public static ParsedChain parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new ChainMistake(LONGEST, "long", LONGEST);
            }
            List<ChainElement> elements = new ChainReader(text).read();
            List<NetworkNode> row = row(elements);
            ChainSizes.check(elements, row);
            return new ReadChain(new Network(row, wires(row)), ChainSizes.declared(elements));
        } catch (ChainMistake mistake) {
            return mistake.problem();
        } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError tooLarge) {
            return new ChainMistake(0, "large").problem();
        }
    }

    /**
     * The text of a network that is one row from its only Input, with or without a Loss at its end; reading it gives the
     * same row. Anything else has no such text.
     *
     * @param inputs how many numbers a sample has
     */
    public static Optional<String> of(Network network, int inputs) {
        return ChainWriter.text(network, inputs);
    }

    private static List<NetworkNode> row(List<ChainElement> elements) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Input()));
        elements.forEach(element -> blocks.add(element.block()));
        blocks.add(new Block.Loss());
        Map<String, Integer> counts = new HashMap<>();
        List<NetworkNode> row = new ArrayList<>();
        for (Block block : blocks) {
            int number = counts.merge(NodeNames.base(block), 1, Integer::sum);
            int element = row.size() - 1;
            boolean inside = element >= 0 && element < elements.size();
            String given = inside ? elements.get(element).name() : "";
            String name = given.isEmpty() ? NodeNames.of(block, number) : given;
            row.add(new NetworkNode("n" + (row.size() + 1), name, block));
        }
        return row;
    }

    private static List<Wire> wires(List<NetworkNode> row) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            wires.add(Wire.between(row.get(i - 1).id(), row.get(i).id()));
        }
        return wires;
    }
}
