/**
 * The line at the foot of the window: what training is doing, how fast, on what, and what to do next.
 *
 * <p>May use {@code document}, {@code run}, {@code fx} and {@code ui}; never another part of the window. Start reading at
 * {@link org.chainboard.app.status.StatusView}.
 */
package org.chainboard.app.status;
