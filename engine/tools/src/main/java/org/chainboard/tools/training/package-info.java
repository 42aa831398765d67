/**
 * From a project to a training: its data read, split and standardised, its drawing checked and made into a model, the
 * program to run, and the picture that suits its data. Shared by the command line and the window.
 *
 * <p>Uses {@code project}, {@code csv}, {@code plot}, {@code words} and the engine. Start reading at {@link
 * org.chainboard.tools.training.Task}.
 */
package org.chainboard.tools.training;
