package org.chainboard.engine.network;

/** One end of a wire: a node's id and which of its inputs or outputs, counted from 0. */
public record Port(String node, int index) {}
