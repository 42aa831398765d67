package org.chainboard.tools.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may stand between columns, one row each. */
public enum Separator {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(',');

    private static final int LOOK_AT = 50;

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    /** The character itself. */
    public char sign() {
        return sign;
    }

    /** How well a separator fits: the share of rows of one same length over one, then the share of numbers. */
    private record Fit(Separator separator, double even, double numbers) {}

    /** The separator that cuts the first rows most evenly, and among equals into the most numbers; else the comma. */
    static Separator of(String text) {
        List<Fit> fits = new ArrayList<>();
        for (Separator separator : values()) {
            fits.add(separator.fit(CsvRecords.first(text, separator, LOOK_AT)));
        }
        // max takes the last of equals, so the comma wins where nothing tells them apart
        return fits.stream()
                .max(Comparator.comparingDouble(Fit::even).thenComparingDouble(Fit::numbers))
                .map(Fit::separator)
                .orElse(COMMA);
    }

    private Fit fit(List<CsvRow> rows) {
        Map<Integer, Long> lengths = rows.stream()
                .map(row -> row.cells().size())
                .filter(length -> length > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = lengths.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<String> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
        long numbers = cells.stream().filter(cell -> Cells.guess(this, cell)).count();
        return new Fit(this, most / (double) Math.max(1, rows.size()), numbers / (double) Math.max(1, cells.size()));
    }
}
