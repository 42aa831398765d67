package org.chainboard.tools.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.tools.csv.CsvColumn.Kind;

/** Looks through a column. */
final class Columns {
    private Columns() {}

    static CsvColumn look(String name, int column, List<CsvRow> rows, Cells cells) {
        Set<String> values = new LinkedHashSet<>();
        int missing = 0;
        int numbers = 0;
        for (CsvRow row : rows) {
            String cell = row.cells().get(column);
            if (cells.isMissing(cell)) {
                missing++;
                continue;
            }
            if (values.size() <= CsvColumn.MOST_CLASSES) {
                values.add(cell);
            }
            numbers += cells.number(cell).isPresent() ? 1 : 0;
        }
        return new CsvColumn(name, kind(numbers, rows.size() - missing), missing, sorted(values, cells));
    }

    /** A column with a few wrong values among its numbers is still one of numbers, and the wrong ones are told. */
    private static Kind kind(int numbers, int present) {
        if (present == 0) {
            return Kind.EMPTY;
        }
        return 2 * numbers > present ? Kind.NUMBER : Kind.CLASS;
    }

    private static List<String> sorted(Set<String> values, Cells cells) {
        List<String> sorted = new ArrayList<>(values);
        Comparator<String> byNumber =
                Comparator.comparingDouble(value -> cells.number(value).orElse(Double.POSITIVE_INFINITY));
        sorted.sort(byNumber.thenComparing(Comparator.naturalOrder()));
        return sorted;
    }
}
