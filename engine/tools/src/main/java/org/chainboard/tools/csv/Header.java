package org.chainboard.tools.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a file begins with the names of its columns, and what they are. */
final class Header {
    private Header() {}

    /**
     * A first row without a number is a header when a later row has one; where there are no numbers at all, when none
     * of its values is ever met again in its column.
     */
    static boolean isHeader(List<CsvRow> rows, Cells cells) {
        CsvRow first = rows.get(0);
        if (hasNumber(first, cells)) {
            return false;
        }
        List<CsvRow> later = rows.subList(1, rows.size());
        return later.stream().anyMatch(row -> hasNumber(row, cells)) || isUnlike(first, later);
    }

    private static boolean hasNumber(CsvRow row, Cells cells) {
        return row.cells().stream().anyMatch(cell -> cells.number(cell).isPresent());
    }

    private static boolean isUnlike(CsvRow first, List<CsvRow> later) {
        for (int i = 0; i < first.cells().size(); i++) {
            int column = i;
            String name = first.cells().get(i);
            if (later.stream().anyMatch(row -> row.cells().get(column).equals(name))) {
                return false;
            }
        }
        return true;
    }

    /** A name for every column, no two alike. @param row the header, or null where there is none */
    static List<String> names(CsvRow row, int columns) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns; i++) {
            String given = row == null ? "" : row.cells().get(i);
            String name = given.isEmpty() ? CsvWords.sentence("unnamed", i + 1) : given;
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + " " + n;
            }
            names.add(unique);
        }
        return names;
    }
}
