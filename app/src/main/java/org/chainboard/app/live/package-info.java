/**
 * The panel below the canvas: loss, gradients and prediction while training runs.
 *
 * <p>May use {@code document}, {@code run}, {@code plot}, {@code fx} and {@code ui}; never another part of the window.
 * Start reading at {@link org.chainboard.app.live.LiveView}.
 */
package org.chainboard.app.live;
