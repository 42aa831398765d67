/**
 * What each op means: one obvious loop per op over rows of numbers, and an evaluator that computes ops at once.
 *
 * <p>Uses {@code op}, {@code graph} and {@code tensor}. Start reading at {@link org.chainboard.engine.eval.Kernels}.
 */
package org.chainboard.engine.eval;
