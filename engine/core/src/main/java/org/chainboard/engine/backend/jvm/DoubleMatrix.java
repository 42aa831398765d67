package org.chainboard.engine.backend.jvm;

import java.util.Arrays;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;

/** Rows and columns repeated or folded. */
final class DoubleMatrix implements DoubleKernel {
    private final DoubleMath math;
    private final Cell.Matrix matrix;
    private final int a;
    private final int out;
    private final int work;

    DoubleMatrix(DoubleMath math, Cell cell, Cell.Matrix matrix, Layout layout) {
        this.math = math;
        this.matrix = matrix;
        this.a = layout.of(cell.input(0));
        this.out = layout.of(cell);
        this.work = layout.room((matrix.rows() + DoubleMath.ROOM) * DoubleMath.ROOM);
    }

    @Override
    public void run(double[] m) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        switch (matrix.code()) {
            case FILL_ROWS -> {
                for (int row = 0; row < rows; row++) {
                    Arrays.fill(m, out + row * columns, out + (row + 1) * columns, m[a + row]);
                }
            }
            case REPEAT_ROWS -> {
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(m, a, m, out + row * columns, columns);
                }
            }
            case ROW_SUMS -> math.rowSums(m, a, out, rows, columns, work);
            case COLUMN_SUMS -> math.columnSums(m, a, out, rows, columns);
            case COLUMN_MAXIMA -> math.columnMaxima(m, a, out, rows, columns);
        }
    }
}
