package org.chainboard.app.canvas.gesture;

import org.chainboard.tools.project.Position;

/**
 * Where the mouse is.
 *
 * @param screen in pixels of the view
 * @param world on the canvas
 * @param more whether Shift or Ctrl is held: take in more
 * @param shift whether Shift is held: no snapping
 * @param alt whether Alt is held: no inserting
 */
record Pointer(Position screen, Position world, boolean more, boolean shift, boolean alt) {}
