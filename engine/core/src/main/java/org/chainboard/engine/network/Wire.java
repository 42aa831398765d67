package org.chainboard.engine.network;

/** A connection from an output to an input. An input takes one wire; an output gives to any number. */
public record Wire(Port from, Port to) {
    /** A wire from the first output of one node to the first input of another. */
    public static Wire between(String from, String to) {
        return new Wire(new Port(from, 0), new Port(to, 0));
    }

    /** Whether either end is at {@code node}. */
    public boolean touches(String node) {
        return from.node().equals(node) || to.node().equals(node);
    }
}
