/**
 * Plots as values that draw themselves with a {@link org.chainboard.tools.plot.Pen}: arrays in, pixels out.
 *
 * <p>Uses the JDK only and knows nothing of training. The same plots serve the command line
 * ({@link org.chainboard.tools.plot.PlotImage}) and the window (its pen draws on a canvas).
 * Start reading at {@link org.chainboard.tools.plot.Plot}, then {@link org.chainboard.tools.plot.LinePlot}.
 */
package org.chainboard.tools.plot;
