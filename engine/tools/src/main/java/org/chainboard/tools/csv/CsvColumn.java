package org.chainboard.tools.csv;

import java.util.List;

/**
 * A column and what was found in it.
 *
 * @param name from the header; {@code column 3} where there is none
 * @param kind what most of its values are
 * @param missing how many rows have no value here
 * @param values its different values, numbers in rising order, names in the order of the alphabet; of more than {@link
 *     #MOST_CLASSES} only the first one more than that
 */
public record CsvColumn(String name, Kind kind, int missing, List<String> values) {
    /** The most different values that can be classes. */
    public static final int MOST_CLASSES = 100;

    private static final int MOST_NUMBERS_AS_CLASSES = 10;

    public CsvColumn {
        values = List.copyOf(values);
    }

    /** What the values of a column are. */
    public enum Kind {
        /** Numbers. */
        NUMBER,
        /** Names that stand for classes. */
        CLASS,
        /** There is no value at all. */
        EMPTY
    }

    /** Whether it has more different values than can be classes. */
    public boolean hasTooManyClasses() {
        return values.size() > MOST_CLASSES;
    }

    /** Whether, as a target, it more likely holds classes: names, or a few whole numbers such as 1, 2, 3. */
    boolean looksLikeClasses(int rows) {
        boolean few = values.size() >= 2 && values.size() <= MOST_NUMBERS_AS_CLASSES && rows >= 5 * values.size();
        boolean whole = values.stream().allMatch(value -> value.matches("\\d+"));
        return kind == Kind.CLASS || few && whole;
    }
}
