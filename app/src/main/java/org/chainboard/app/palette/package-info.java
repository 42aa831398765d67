/**
 * The list of things to build with, on the left: rows that are dragged onto the canvas, or added by a double-click or
 * Enter. What happens to them is told by a {@code PaletteTarget}; the palette knows no canvas.
 *
 * <p>May use {@code document}, {@code plot}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.palette.PaletteView}.
 */
package org.chainboard.app.palette;
