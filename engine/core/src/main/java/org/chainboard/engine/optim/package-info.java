/**
 * The tables of optimisers and of rules before them, and chains of both: how a gradient changes a parameter, written as
 * graph, so that a step runs wholly on a backend.
 *
 * <p>Uses {@code op}, {@code graph} and {@code tensor}. Start reading at {@link org.chainboard.engine.optim.Optimiser}.
 */
package org.chainboard.engine.optim;
