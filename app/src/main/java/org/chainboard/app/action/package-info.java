/**
 * What can be done in the window, as one table: a name, keys, when it is allowed and what it does. And the doors behind
 * it: opening and saving projects.
 *
 * <p>May use {@code document}, {@code run}, {@code fx} and {@code ui}. Start reading at {@link
 * org.chainboard.app.action.Action}, then {@link org.chainboard.app.action.Actions}.
 */
package org.chainboard.app.action;
