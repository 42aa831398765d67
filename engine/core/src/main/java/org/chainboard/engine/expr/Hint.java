package org.chainboard.engine.expr;

/**
 * Something that is right but may be read otherwise than it was meant.
 *
 * @param message a sentence for people
 * @param at the character it is about, from 0
 */
public record Hint(String message, int at) {}
