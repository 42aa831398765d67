/**
 * The bar along the top: the project and its file, the run buttons, the choices of data, loss, optimiser, batch and
 * speed, processor or graphics card, undo, export.
 *
 * <p>May use {@code action}, {@code document}, {@code run}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.toolbar.ToolbarView}.
 */
package org.chainboard.app.toolbar;
