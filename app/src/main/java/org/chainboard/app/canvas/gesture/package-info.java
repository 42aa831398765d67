/**
 * What a hand can do on the canvas: one class per gesture, one gesture at a time; a drop gives an edit of the document.
 *
 * <p>May use {@code canvas.view}, {@code document}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.canvas.gesture.Gesture}, then {@link org.chainboard.app.canvas.gesture.Gestures}.
 */
package org.chainboard.app.canvas.gesture;
