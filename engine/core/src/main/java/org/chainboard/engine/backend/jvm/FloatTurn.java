package org.chainboard.engine.backend.jvm;

/** Transposes matrices: eight columns at a time, so that a line of the cache is read once for half of its numbers. */
final class FloatTurn {
    private static final int TOGETHER = 8;

    private FloatTurn() {}

    /**
     * Row i of the matrix at {@code from} becomes column i of the one at {@code to}.
     *
     * @param fromRow how far its rows are apart, {@code toRow} those of the result
     */
    static void matrix(float[] m, int from, int fromRow, int rows, int columns, int to, int toRow) {
        int j = 0;
        for (; j + TOGETHER <= columns; j += TOGETHER) {
            eight(m, from + j, fromRow, rows, to + j * toRow, toRow);
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                m[to + j * toRow + i] = m[from + i * fromRow + j];
            }
        }
    }

    private static void eight(float[] m, int from, int fromRow, int rows, int to, int toRow) {
        int at = from;
        for (int i = to; i < to + rows; i++) {
            m[i] = m[at];
            m[i + toRow] = m[at + 1];
            m[i + 2 * toRow] = m[at + 2];
            m[i + 3 * toRow] = m[at + 3];
            m[i + 4 * toRow] = m[at + 4];
            m[i + 5 * toRow] = m[at + 5];
            m[i + 6 * toRow] = m[at + 6];
            m[i + 7 * toRow] = m[at + 7];
            at += fromRow;
        }
    }
}
