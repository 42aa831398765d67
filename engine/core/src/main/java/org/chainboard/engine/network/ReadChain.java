package org.chainboard.engine.network;

import java.util.OptionalInt;

/**
 * A chain that was read.
 *
 * @param network Input, the layers in a row, Loss
 * @param inputs how many numbers a sample has, as the first Dense says; empty where there is no Dense
 */
public record ReadChain(Network network, OptionalInt inputs) implements ParsedChain {}
