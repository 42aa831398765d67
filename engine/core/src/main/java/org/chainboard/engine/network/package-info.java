/**
 * What was drawn, as a value: nodes with typed ports, wires between them, and the check that gives every wire its size and
 * every faulty node its problem.
 *
 * <p>Uses {@code layer}, {@code loss}, {@code expr}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.network.Network}.
 */
package org.chainboard.engine.network;
