/**
 * Reverse-mode differentiation: the gradient of a graph is more graph, so the gradient of a gradient needs nothing new.
 *
 * <p>Uses {@code eval}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.grad.Gradient}.
 */
package org.chainboard.engine.grad;
