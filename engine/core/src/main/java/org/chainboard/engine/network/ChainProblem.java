package org.chainboard.engine.network;

/**
 * Why a text is no chain.
 *
 * @param message a sentence for people: what is wrong and what would be right
 * @param at the character it is about, from 0; the length of the text where something is missing at the end
 */
public record ChainProblem(String message, int at) implements ParsedChain {}
