package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;

/** Drawings for tests; nodes are called n0, n1, … in the order given. */
final class Drawings {
    private Drawings() {}

    /** Input, these blocks and a loss in a row. */
    static Network row(Block... blocks) {
        List<Block> all = new ArrayList<>(List.of(new Block.Input()));
        all.addAll(List.of(blocks));
        all.add(new Block.Loss());
        Network network = loose(all.toArray(Block[]::new));
        for (int i = 1; i < all.size(); i++) {
            network = network.connect(Wire.between("n" + (i - 1), "n" + i));
        }
        return network;
    }

    /** These blocks without a wire. */
    static Network loose(Block... blocks) {
        Network network = Network.EMPTY;
        for (int i = 0; i < blocks.length; i++) {
            network = network.add(new NetworkNode("n" + i, "node" + i, blocks[i]));
        }
        return network;
    }

    static Block dense(int units, String activation) {
        return new Block.Dense(units, activation, "glorot_uniform", true);
    }
}
