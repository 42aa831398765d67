/**
 * CSV files: read, look at, give every column a role, make a data set of it. Whatever is wrong with a file is told in
 * one sentence with its place.
 *
 * <p>Uses {@code engine.data}, {@code engine.tensor} and FastCSV. Start reading at {@link
 * org.chainboard.tools.csv.CsvFile}, then {@link org.chainboard.tools.csv.Roles}.
 */
package org.chainboard.tools.csv;
