/**
 * Functions that a person types, such as {@code x -> a*x^2 + b}: the names they can use, reading them, saying where a
 * mistake is, writing them as graph and printing them, and their derivative as a formula.
 *
 * <p>Uses {@code grad}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.expr.TypedFunction} and {@link org.chainboard.engine.expr.Vocabulary}.
 */
package org.chainboard.engine.expr;
