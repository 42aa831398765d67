package org.chainboard.engine.network;

import java.util.Objects;

/**
 * A node of the drawing.
 *
 * @param id never changes and is never shown; random numbers and saved weights follow it
 * @param name what people see, such as {@code Dense₂}
 * @param block what it is
 */
public record NetworkNode(String id, String name, Block block) {
    public NetworkNode {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(block);
    }

    /** The same node with another block. */
    public NetworkNode withBlock(Block changed) {
        return new NetworkNode(id, name, changed);
    }

    /** The same node with another name. */
    public NetworkNode withName(String changed) {
        return new NetworkNode(id, changed, block);
    }
}
