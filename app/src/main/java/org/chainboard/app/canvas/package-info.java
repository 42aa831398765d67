/**
 * The canvas as the shell places it: {@code CanvasPane} joins the picture ({@code canvas.view}) and the hand ({@code
 * canvas.gesture}) to a history and a selection. The shell gives a {@code Connections} that says which wires may be drawn,
 * {@code NetworkFacts} with sizes and problems, and a {@code NodeLive} with the newest numbers; it joins the palette by
 * {@code carry}, {@code letGo} and {@code add}, and its menu by {@code run}.
 *
 * <p>May use {@code document}, {@code plot}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.canvas.CanvasPane}.
 */
package org.chainboard.app.canvas;
