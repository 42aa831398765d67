/**
 * Choosing what is learned from: sets the program makes, a CSV file of one's own, and how they are prepared.
 *
 * <p>May use {@code document}, {@code run}, {@code plot}, {@code fx} and {@code ui}; never another part of the window.
 * Start reading at {@link org.chainboard.app.dataset.DataChooser}, then {@link org.chainboard.app.dataset.CsvDialog}.
 */
package org.chainboard.app.dataset;
