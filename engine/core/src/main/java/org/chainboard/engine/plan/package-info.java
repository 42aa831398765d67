/**
 * A graph made ready to run: an order, and which array holds each result, shared by first and last use.
 *
 * <p>Uses {@code graph}, {@code op} and {@code tensor}. Start reading at {@link org.chainboard.engine.plan.Planner}.
 */
package org.chainboard.engine.plan;
