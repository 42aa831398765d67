/**
 * What a person has made: the drawing, where its nodes stand, and the settings of training, as one immutable value; the
 * edits that lead from one to the next; and the line of them that undo walks along.
 *
 * <p>May use the engine's values and {@code javafx.base}. Start reading at {@link
 * org.chainboard.app.document.Document}, then {@link org.chainboard.app.document.History}.
 */
package org.chainboard.app.document;
