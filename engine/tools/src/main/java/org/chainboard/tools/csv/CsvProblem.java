package org.chainboard.tools.csv;

/**
 * What is wrong with a file, or with what somebody wants of it.
 *
 * @param code which kind, for programs
 * @param row the line in the file as an editor counts, from 1; 0 for the file as a whole
 * @param column the place in the row, from 1; 0 for the row as a whole
 * @param sentence for people: the place, what was expected, what came, and what to do next
 */
public record CsvProblem(Code code, int row, int column, String sentence) {

    /** The kinds of problem. */
    public enum Code {
        /** The file cannot be read, or is no text. */
        FILE,
        /** There are no data in it. */
        EMPTY,
        /** A quote is opened and not closed, or text follows a closed one. */
        QUOTES,
        /** A row has more or fewer columns than the first. */
        COLUMNS,
        /** A number was expected. */
        NUMBER,
        /** A column of names has too many of them, or too few. */
        CLASSES,
        /** The roles of the columns do not make a data set. */
        ROLES,
        /** Every row lacks a value. */
        MISSING
    }

    static CsvProblem file(Code code, String key, Object... arguments) {
        return new CsvProblem(code, 0, 0, CsvWords.sentence(key, arguments));
    }

    CsvException exception() {
        return new CsvException(this);
    }
}
