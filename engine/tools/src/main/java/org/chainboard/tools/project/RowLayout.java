package org.chainboard.tools.project;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;

/** Places for the nodes of a chain: from left to right with their ports in one row, and on in a row below. */
public final class RowLayout {
    private static final double LEFT = 60;
    private static final double TOP = 160;
    /** Later rows begin below the first node after the Input. */
    private static final double NEXT_LEFT = 240;

    private static final double NEXT_ROW = 200;
    private static final double RIGHT = 800;
    /** The ports of a Dense are so much lower on its taller card. */
    private static final double DENSE_UP = 20;

    private RowLayout() {}

    /** A place for every node, by its id. */
    public static Map<String, Position> of(Network network) {
        Map<String, Position> places = new LinkedHashMap<>();
        double x = LEFT;
        double y = TOP;
        for (NetworkNode node : network.nodes()) {
            if (x > RIGHT) {
                x = NEXT_LEFT;
                y += NEXT_ROW;
            }
            boolean dense = node.block() instanceof Block.Dense;
            places.put(node.id(), new Position(x, dense ? y - DENSE_UP : y));
            x += room(node.block());
        }
        return places;
    }

    /** How far to the right the next node stands. */
    private static double room(Block block) {
        if (block instanceof Block.Dense) {
            return 200;
        }
        if (block instanceof Block.Written) {
            return 280;
        }
        return block instanceof Block.Activation ? 140 : 180;
    }
}
