package org.chainboard.tools.csv;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a value is read.
 *
 * @param decimalComma whether numbers are written 1,5 and not 1.5
 */
public record Cells(boolean decimalComma) {
    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
    private static final int LONGEST_MISSING = 4;
    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d{1,9})?");

    /** Whether a value stands for none. */
    public boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MISSING && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The number that a value is; empty when it is none, or is too large for a double. */
    public OptionalDouble number(String cell) {
        Pattern pattern = decimalComma ? COMMA : POINT;
        if (!pattern.matcher(cell).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(cell.replace(',', '.'));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** A number as this file should write it. */
    String example() {
        return decimalComma ? "1234,5" : "1234.5";
    }

    /** Whether a cell may be a number in a file with this separator. */
    static boolean guess(Separator separator, String cell) {
        return POINT.matcher(cell).matches() || separator != Separator.COMMA && isComma(cell);
    }

    /** A number with a comma in it. */
    static boolean isComma(String cell) {
        return cell.indexOf(',') >= 0 && COMMA.matcher(cell).matches();
    }

    /** A number with a point in it. */
    static boolean isPoint(String cell) {
        return cell.indexOf('.') >= 0 && POINT.matcher(cell).matches();
    }
}
