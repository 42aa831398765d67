package org.chainboard.tools.csv;

import java.util.List;

/**
 * One sample as it stands in the file.
 *
 * @param line where it starts in the file, from 1 as an editor counts
 * @param cells its values without the space around them, one per column
 */
public record CsvRow(int line, List<String> cells) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
