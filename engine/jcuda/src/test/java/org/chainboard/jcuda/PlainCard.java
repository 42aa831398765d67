package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.chainboard.engine.lower.Product;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;

/**
 * Does what steps say with plain loops, after the descriptions of the kernels, so that the way plans are turned into
 * steps is tested on every system. What a launch may do at once is done in a random order.
 */
final class PlainCard {
    private final double[] m;
    private final int[] tables;
    private final DType dtype;
    private final Random random = new Random(3);
    private final List<double[]> rows = new ArrayList<>();

    PlainCard(double[] m, int[] tables, DType dtype) {
        this.m = m;
        this.tables = tables;
        this.dtype = dtype;
    }

    /** What has been reported since the last call. */
    List<double[]> rows() {
        List<double[]> reported = List.copyOf(rows);
        rows.clear();
        return reported;
    }

    void carryOut(Step step) {
        if (step instanceof Step.Gemm gemm) {
            Product p = gemm.product();
            double[] kept = new double[p.rows() * p.columns()];
            if (gemm.added()) {
                System.arraycopy(m, gemm.out(), kept, 0, kept.length);
            }
            multiply(p, gemm.a(), gemm.b(), 0, p.inner(), gemm.out(), 0);
            for (int i = 0; i < kept.length; i++) {
                set(gemm.out() + i, m[gemm.out() + i] + kept[i]);
            }
            return;
        }
        Step.Call call = (Step.Call) step;
        int[] n = call.arguments().stream().mapToInt(PlainCard::number).toArray();
        switch (call.kernel()) {
            case RUN -> shuffled(call.grid().y()).forEach(y -> run(n[1], call.grid(), y));
            case FOLD -> shuffled(call.grid().y()).forEach(y -> fold(n[1] + 8 * y));
            case FOLD_END -> shuffled(call.grid().y()).forEach(y -> foldEnd(n[1] + 8 * y));
            case MATMUL, MATMUL_LARGE -> matmul(call.grid(), n);
            case MATMUL_END -> matmulEnd(n);
            case MATMUL_AGAIN -> shuffled(call.grid().y()).forEach(y -> matmulAgain(n[1] + 12 * y));
            case FILL_ROWS, REPEAT_ROWS -> repeat(call.kernel() == Kernel.FILL_ROWS, n);
            case ROW_SUMS, COLUMN_SUMS, COLUMN_MAXIMA -> foldMatrix(call.kernel(), n);
            case GATHER -> gather(n);
            case PUT_ADD -> putAdd(n);
            case COPY_STRIDED -> copyStrided(n);
            case FOLD_STRIDED -> foldStrided(n);
            case UNIFORM -> uniform(n, ((Argument.Key) call.arguments().get(4)).value());
            case REPORT -> report(n);
            default -> throw new AssertionError(call.kernel() + " is used by nobody");
        }
    }

    /** A number, the place of a table, or nothing. */
    private static int number(Argument argument) {
        if (argument instanceof Argument.Whole whole) {
            return whole.value();
        }
        return argument instanceof Argument.Table table ? table.offset() : -1;
    }

    private List<Integer> shuffled(int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private void set(int at, double value) {
        m[at] = dtype.round(value);
    }

    private void run(int table, Grid grid, int y) {
        int head = table + 4 * y;
        int extent = tables[head + 2];
        int when = tables[head + 3];
        if (extent > 128 * grid.x() || (when >= 0 && m[when] == 0)) {
            assertEnough(extent, grid);
            return;
        }
        for (int i = 0; i < extent; i++) {
            double[] slots = new double[grid.slots()];
            Arrays.fill(slots, Double.NaN);
            int at = table + 4 * grid.y() + 8 * tables[head];
            for (int k = 0; k < tables[head + 1]; k++) {
                instruction(at + 8 * k, i, slots);
            }
        }
    }

    private static void assertEnough(int extent, Grid grid) {
        if (extent > 128 * grid.x()) {
            throw new AssertionError("too few blocks");
        }
    }

    private void instruction(int at, int i, double[] slots) {
        double[] x = new double[3];
        for (int k = 0; k < 3; k++) {
            int place = tables[at + 3 + k];
            x[k] = switch (tables[at + 6] >> (2 * k) & 3) {
                case 1 -> m[place + i];
                case 2 -> m[place];
                case 3 -> slots[place];
                default -> Double.NaN;
            };
        }
        double value = dtype.round(PlainCodes.of(GpuCode.values()[tables[at]], x[0], x[1], x[2]));
        if (tables[at + 1] >= 0) {
            slots[tables[at + 1]] = value;
        }
        if (tables[at + 2] >= 0) {
            m[tables[at + 2] + i] = value;
        }
    }

    private void fold(int row) {
        int extent = tables[row + 3];
        int blocks = tables[row + 6];
        for (int block = 0; block < blocks; block++) {
            double value = tables[row] == 4 ? Double.NEGATIVE_INFINITY : 0;
            for (int i = block; i < extent; i += blocks) {
                double a = m[tables[row + 1] + i];
                double b = m[tables[row + 2] + i];
                value = switch (tables[row]) {
                    case 0 -> value + a;
                    case 1 -> value + a * a;
                    case 2 -> value + a * b;
                    case 3 -> value + a * 0;
                    default -> Math.max(value, a);
                };
            }
            set(blocks == 1 ? tables[row + 4] : tables[row + 5] + block, value);
        }
    }

    private void foldEnd(int row) {
        double value = tables[row] == 4 ? Double.NEGATIVE_INFINITY : 0;
        for (int i = 0; i < tables[row + 6]; i++) {
            double part = m[tables[row + 5] + i];
            value = tables[row] == 4 ? Math.max(value, part) : value + part;
        }
        set(tables[row + 4], value);
    }

    private void multiply(Product p, int a, int b, int from, int to, int out, int arriving) {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.columns(); j++) {
                set(out + i * p.columns() + j, sum(p, a + i * p.aRow(), b + j * p.bStep(), from, to, arriving));
            }
        }
    }

    private double sum(Product p, int a, int b, int from, int to, int arriving) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double x = m[a + k * p.aStep()];
            double y = m[b + k * p.bRow()];
            boolean leftOut = arriving % 2 == 1 && x == 0 || arriving / 2 == 1 && y == 0;
            sum += leftOut ? 0 : x * y;
        }
        return sum;
    }

    private void matmulAgain(int row) {
        int[] n = Arrays.copyOfRange(tables, row, row + 12);
        Product p = new Product(n[1], n[2], n[3], n[5], n[6], n[9], n[10]);
        for (int i = 0; i < p.rows() * p.columns(); i++) {
            if (Double.isNaN(m[n[0] + i])) {
                int a = n[4] + i / p.columns() * p.aRow();
                int b = n[8] + i % p.columns() * p.bStep();
                double added = n[11] < 0 ? 0 : m[n[11] + i / p.columns()];
                set(n[0] + i, sum(p, a, b, 0, p.inner(), n[7]) + added);
            }
        }
    }

    private void matmul(Grid grid, int[] n) {
        Product p = new Product(n[5], n[6], n[7], n[8], n[9], n[10], n[11]);
        int splits = n[12];
        int size = p.rows() * p.columns();
        int part = (p.inner() + splits - 1) / splits;
        for (int z = 0; z < grid.z(); z++) {
            int from = Math.min(z * part, p.inner());
            int to = Math.min(from + part, p.inner());
            multiply(p, n[1], n[2], from, to, splits == 1 ? n[4] : n[13] + z * size, n[14]);
        }
        if (splits == 1) {
            addBias(n[3], n[4], p.rows(), p.columns());
        }
    }

    private void addBias(int bias, int out, int rows, int columns) {
        for (int i = 0; bias >= 0 && i < rows * columns; i++) {
            set(out + i, m[out + i] + m[bias + i / columns]);
        }
    }

    private void matmulEnd(int[] n) {
        int size = n[4] * n[5];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int z = 0; z < n[6]; z++) {
                sum += m[n[1] + z * size + i];
            }
            set(n[3] + i, sum);
        }
        addBias(n[2], n[3], n[4], n[5]);
    }

    private void repeat(boolean rows, int[] n) {
        for (int i = 0; i < n[3] * n[4]; i++) {
            m[n[2] + i] = m[n[1] + (rows ? i / n[4] : i % n[4])];
        }
    }

    private void foldMatrix(Kernel kernel, int[] n) {
        int rows = n[3];
        int columns = n[4];
        double[] folded = new double[kernel == Kernel.ROW_SUMS ? rows : columns];
        Arrays.fill(folded, kernel == Kernel.COLUMN_MAXIMA ? Double.NEGATIVE_INFINITY : 0);
        for (int i = 0; i < rows * columns; i++) {
            int at = kernel == Kernel.ROW_SUMS ? i / columns : i % columns;
            double value = m[n[1] + i];
            folded[at] = kernel == Kernel.COLUMN_MAXIMA ? Math.max(folded[at], value) : folded[at] + value;
        }
        for (int i = 0; i < folded.length; i++) {
            set(n[2] + i, folded[i]);
        }
    }

    private int index(int at, int length) {
        return (int) Math.max(0, Math.min(length - 1, m[at]));
    }

    private void gather(int[] n) {
        for (int i = 0; i < n[4] * n[6]; i++) {
            m[n[3] + i] = m[n[1] + i / n[6] * n[5] + index(n[2] + i % n[6], n[5])];
        }
    }

    private void putAdd(int[] n) {
        double[] sums = new double[n[4] * n[6]];
        for (int i = 0; i < n[4] * n[5]; i++) {
            sums[i / n[5] * n[6] + index(n[2] + i % n[5], n[6])] += m[n[1] + i];
        }
        for (int i = 0; i < sums.length; i++) {
            set(n[3] + i, sums[i]);
        }
    }

    private int strided(int i, int dims, int strides, int rank) {
        int place = 0;
        int rest = i;
        for (int axis = rank - 1; axis >= 0; axis--) {
            place += rest % tables[dims + axis] * tables[strides + axis];
            rest /= tables[dims + axis];
        }
        return place;
    }

    private void copyStrided(int[] n) {
        for (int i = 0; i < n[5]; i++) {
            int from = n[1] + strided(i, n[3], n[3] + n[4], n[4]);
            m[n[2] + strided(i, n[3], n[3] + 2 * n[4], n[4])] = m[from];
        }
    }

    private void foldStrided(int[] n) {
        for (int i = 0; i < n[5]; i++) {
            int from = n[1] + strided(i, n[3], n[3] + n[4], n[4]);
            double value = n[9] == 4 ? Double.NEGATIVE_INFINITY : 0;
            for (int j = 0; j < n[8]; j++) {
                double x = m[from + strided(j, n[6], n[6] + n[7], n[7])];
                value = n[9] == 4 ? Math.max(value, x) : value + x;
            }
            set(n[2] + strided(i, n[3], n[3] + 2 * n[4], n[4]), value);
        }
    }

    private void uniform(int[] n, long key) {
        long step = (long) m[n[1]] + ((long) m[n[1] + 1] << 20);
        int[] words = new int[4];
        for (int i = 0; i < n[3]; i++) {
            Rng.words(i / 4, step, key, words);
            m[n[2] + i] = (words[i % 4] >>> 8) * 0x1.0p-24;
        }
    }

    private void report(int[] n) {
        double[] row = new double[n[2]];
        for (int i = 0; i < row.length; i++) {
            row[i] = m[tables[n[1] + i]];
        }
        rows.add(row);
    }
}
