/**
 * The right side of the window: what is selected, all parameters, and the model as code.
 *
 * <p>A part of the window: uses {@code document}, {@code run}, {@code plot} and {@code ui}, never another part.
 * Start reading at {@link org.chainboard.app.inspector.InspectorView}.
 */
package org.chainboard.app.inspector;
