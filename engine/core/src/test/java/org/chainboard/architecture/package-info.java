/**
 * The rules of the engine's house, checked over its class files and sources; {@code planted} holds code that breaks them.
 *
 * <p>Start reading at {@link org.chainboard.architecture.EnginePackage}, the table of packages.
 */
package org.chainboard.architecture;
