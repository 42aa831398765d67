package org.chainboard.app.canvas.gesture;

import org.chainboard.app.document.Point;

/**
 * Where the mouse is.
 *
 * @param screen in pixels of the view
 * @param world on the canvas
 * @param more whether Shift or Ctrl is held: take in more
 * @param shift whether Shift is held: no snapping
 * @param alt whether Alt is held: no inserting
 */
record Pointer(Point screen, Point world, boolean more, boolean shift, boolean alt) {}
