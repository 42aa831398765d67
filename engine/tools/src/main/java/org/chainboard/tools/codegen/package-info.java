/**
 * Writes a project as a Java class that predicts on its own, with the engine's core as its only dependency.
 *
 * <p>Uses {@code project}, {@code training}, {@code words} and the engine. Start reading at {@link
 * org.chainboard.tools.codegen.JavaExport}.
 */
package org.chainboard.tools.codegen;
