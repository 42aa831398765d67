/**
 * Shows the plots of {@code org.chainboard.tools.plot} in the window: arrays in, pixels out.
 *
 * <p>May use {@code javafx.graphics} and the plots; knows nothing of training.
 * Start reading at {@link org.chainboard.app.plot.PlotView}.
 */
package org.chainboard.app.plot;
