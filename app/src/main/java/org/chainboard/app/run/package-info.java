/**
 * From the document to a running training and back: reads the data, checks the drawing and compiles in the background,
 * hands the program to the trainer, and says what it is doing.
 *
 * <p>May use {@code document}, {@code fx}, the engine and its tools. Start reading at {@link
 * org.chainboard.app.run.Session}.
 */
package org.chainboard.app.run;
