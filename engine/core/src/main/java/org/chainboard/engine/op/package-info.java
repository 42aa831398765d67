/**
 * The closed set of primitive ops, each with its shape rule, derivative and formula, and {@code Var}, the number type in
 * which functions, layers and losses are written.
 *
 * <p>Uses {@code graph} and {@code tensor}. Start reading at {@link org.chainboard.engine.op.Var} and {@link
 * org.chainboard.engine.op.Unary}; {@link org.chainboard.engine.op.Ops} lists all ops.
 */
package org.chainboard.engine.op;
