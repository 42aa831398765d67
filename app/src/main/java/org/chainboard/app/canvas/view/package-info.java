/**
 * What is seen on the canvas: cards with one skin per kind of node, wires, ports, grid, minimap, and what a gesture shows
 * while it lasts. It shows a document and asks nothing; gestures and commands live elsewhere.
 *
 * <p>May use {@code document}, {@code plot}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.canvas.view.Board}.
 */
package org.chainboard.app.canvas.view;
