/**
 * Texts, icons, the theme and the names of style classes: what every part of the window shares.
 *
 * <p>May use {@code fx}, JavaFX and the files of {@code ui-resources}; knows no document and no training.
 * Start reading at {@link org.chainboard.app.ui.Theme}.
 */
package org.chainboard.app.ui;
