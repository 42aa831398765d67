/**
 * Sizes, number types and host arrays: what every other package speaks in.
 *
 * <p>Uses nothing. Start reading at {@link org.chainboard.engine.tensor.Tensor}, then
 * {@link org.chainboard.engine.tensor.Variable}.
 */
package org.chainboard.engine.tensor;
