/**
 * Start and wiring: every object of the window is built once, by hand, through constructors, and the parts that do not
 * know one another are joined here.
 *
 * <p>May use everything. Start reading at {@link org.chainboard.app.Launcher}, then {@link org.chainboard.app.Wiring}.
 */
package org.chainboard.app;
