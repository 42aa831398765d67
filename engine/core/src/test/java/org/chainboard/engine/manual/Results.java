package org.chainboard.engine.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a block of the manual printed, and where that is not what stands beside it. Public for what is compiled. */
public final class Results {
    private final List<String> wrong = new ArrayList<>();
    private int count;

    /** An expression of line {@code number} gave {@code value}. */
    public void said(int number, String expected, Object value) {
        String text = Arrays.deepToString(new Object[] {value});
        compare(number, expected, text.substring(1, text.length() - 1));
    }

    /** An expression of line {@code number} threw. */
    public void threw(int number, String expected, RuntimeException exception) {
        compare(number, expected, exception.getClass().getSimpleName() + ": " + exception.getMessage());
    }

    private void compare(int number, String expected, String got) {
        count++;
        if (!got.equals(expected)) {
            wrong.add("line " + number + " says " + expected + ", got " + got);
        }
    }

    /** How many results came. */
    int count() {
        return count;
    }

    /** One sentence for each result that is not the one stated. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
