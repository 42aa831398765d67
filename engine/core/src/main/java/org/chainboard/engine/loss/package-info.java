/**
 * The table of losses: how far a prediction is from its target, as one number.
 *
 * <p>Uses {@code expr}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.loss.Loss}.
 */
package org.chainboard.engine.loss;
