/**
 * The rules of the window's house, checked over its class files; {@code planted} holds code that breaks them.
 *
 * <p>Start reading at {@link org.chainboard.app.architecture.AppPackages}, the table of packages.
 */
package org.chainboard.app.architecture;
