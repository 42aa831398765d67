/**
 * The page of what is selected: one panel for each kind of node, one for several nodes, one for the whole model.
 *
 * <p>Uses {@code inspector.part} and what that may use.
 * Start reading at {@link org.chainboard.app.inspector.layer.LayerPage}.
 */
package org.chainboard.app.inspector.layer;
