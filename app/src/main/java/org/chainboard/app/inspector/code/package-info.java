/**
 * The page of the model as text: the chain, and its Java.
 *
 * <p>Uses {@code inspector.part} and what that may use.
 * Start reading at {@link org.chainboard.app.inspector.code.CodePage}.
 */
package org.chainboard.app.inspector.code;
