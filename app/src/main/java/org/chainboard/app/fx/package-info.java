/**
 * The door to the JavaFX thread, and the clock that ticks once per pulse.
 *
 * <p>May use {@code javafx.graphics} only. The one call of {@code Platform.runLater} in the program is here.
 * Start reading at {@link org.chainboard.app.fx.PulseClock}.
 */
package org.chainboard.app.fx;
