/**
 * The page of all parameters: names, sizes, gradients and the numbers they hold now.
 *
 * <p>Uses {@code inspector.part} and what that may use.
 * Start reading at {@link org.chainboard.app.inspector.parameters.ParametersPage}.
 */
package org.chainboard.app.inspector.parameters;
