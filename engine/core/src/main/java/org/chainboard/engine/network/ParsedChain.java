package org.chainboard.engine.network;

/** What became of a chain text: a chain, or what is wrong with it. */
public sealed interface ParsedChain permits ReadChain, ChainProblem {}
