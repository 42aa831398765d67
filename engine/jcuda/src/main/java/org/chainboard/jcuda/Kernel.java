package org.chainboard.jcuda;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chainboard.engine.tensor.DType;

/**
 * The kernels, each with its parameters as the CUDA source writes them. {@code m} is the one array that holds all numbers
 * of the type {@code T}; {@code a}, {@code b}, {@code bias}, {@code index}, {@code out}, {@code partials} are places in it.
 * All but {@link #PROBE} exist for single and for double precision. Where nothing is said of the grid, any number of
 * blocks will do, one per {@link #threads} results being the most that is of use.
 */
enum Kernel {
    /**
     * Follows gridDim.y lists of instructions, each for as many elements as its extent says, with a thread per element in
     * x; shared memory holds 128 numbers for every slot. The table, which must begin at a multiple of 16 bytes, has a row
     * {first instruction, number of instructions, extent, when} per list and after them the instructions {{@link GpuCode},
     * slot of the result or -1, place of the result or -1, a, b, c, kinds, 0}. A list with a place {@code when} >= 0 is
     * left out where the number there is 0. Kinds has two bits per operand, those of a lowest: 0 for none, 1 for an array,
     * 2 for a single number, 3 for a slot.
     */
    RUN(128, "T* m, const int* code, int slots"),
    /**
     * Folds arrays to single numbers, gridDim.y of them; the table, which must begin at a multiple of 16 bytes, has a row
     * {code, a, b, extent, out, partials, blocks, 0} for each. Codes count from 0 as the engine's lowering has them: SUM,
     * SUM_SQUARES, SUM_PRODUCTS, SUM_ZEROS, LARGEST. Blocks in x beyond a fold's own do nothing. A fold of one block
     * leaves its result at out, others leave one number per block at partials, for {@link #FOLD_END}.
     */
    FOLD(256, "T* m, const int* table"),
    /** By the same table: finishes folds of more than one block, at most 64; one block for each fold, in y. */
    FOLD_END(64, "T* m, const int* table"),
    /**
     * C = A B + bias, the bias being one number per row of C and left out where it is < 0. Blocks have 32 columns of C
     * in x, 32 rows in y; in z are {@code splits} parts of the inner axis. Where there is more than one, the parts are
     * left at {@code partials}, one C after the other and without the bias, for {@link #MATMUL_END}. Where bit 0 of
     * {@code arriving} is set, terms in which A is 0 are left out, whatever B is; with bit 1, those in which B is 0.
     */
    MATMUL(
            256,
            "T* m, int a, int b, int bias, int out, int rows, int columns, int inner, int aRow, int aStep, int bRow, "
                    + "int bStep, int splits, int partials, int arriving"),
    /** The same with 64 columns and rows per block; better for large products. */
    MATMUL_LARGE(
            256,
            "T* m, int a, int b, int bias, int out, int rows, int columns, int inner, int aRow, int aStep, int bRow, "
                    + "int bStep, int splits, int partials, int arriving"),
    /** Adds the parts of a product in order. */
    MATMUL_END(256, "T* m, int partials, int bias, int out, int rows, int columns, int splits"),
    /**
     * After products made by others, gridDim.y of them: makes again those of their numbers that are NaN, with terms left
     * out. The table, which must begin at a multiple of 16 bytes, has a row {out, rows, columns, inner, a, aRow, aStep,
     * arriving, b, bRow, bStep, bias} for each, which mean what they do in {@link #MATMUL}.
     */
    MATMUL_AGAIN(256, "T* m, const int* table"),
    /** Row i of the result is filled with the number i. */
    FILL_ROWS(256, "T* m, int a, int out, int rows, int columns"),
    /** Every row of the result is the same. */
    REPEAT_ROWS(256, "T* m, int a, int out, int rows, int columns"),
    /** One block per row, or fewer. */
    ROW_SUMS(128, "T* m, int a, int out, int rows, int columns"),
    /** One block per 32 columns, no fewer. */
    COLUMN_SUMS(256, "T* m, int a, int out, int rows, int columns"),
    /** One block per 32 columns, no fewer; NaN is the largest. */
    COLUMN_MAXIMA(256, "T* m, int a, int out, int rows, int columns"),
    /** out[r, j] = a[r, index[j]]; an index outside is taken to the nearer end. */
    GATHER(256, "T* m, int a, int index, int out, int rows, int length, int count"),
    /** out[r, index[j]] += a[r, j] from zeros, in the order of j; the result has rows of {@code length}. */
    PUT_ADD(256, "T* m, int a, int index, int out, int rows, int count, int length"),
    /** Shape: {dims, strides in a, strides in out}, each {@code rank} long, for {@code size} positions. */
    COPY_STRIDED(256, "T* m, int a, int out, const int* shape, int rank, int size"),
    /**
     * For every position of {@code shape}, as in {@link #COPY_STRIDED}, folds over {@code inner}, which is {dims, strides
     * in a}; the code is that of a fold, SUM or LARGEST. A warp per position: 8 positions per block.
     */
    FOLD_STRIDED(
            256,
            "T* m, int a, int out, const int* shape, int rank, int size, const int* inner, int innerRank, "
                    + "int innerSize, int code"),
    /** The engine's random numbers for the step whose two halves lie at {@code step}. */
    UNIFORM(256, "T* m, int step, int out, int size, long long key"),
    /** Copies unless {@code when} >= 0 is the place of a 0. */
    COPY_WHEN(256, "T* m, int from, int to, int size, int when"),
    /** One block: appends the numbers at {@code places} to the ring as its row number {@code *row}, and counts the row. */
    REPORT(256, "const T* m, const int* places, int count, double* ring, int* row"),
    /** One block: writes 42 i for 32 i. */
    PROBE(32, "int* out");

    private final int threads;
    private final String declared;
    private final List<Signature.Type> parameters;

    Kernel(int threads, String declared) {
        this.threads = threads;
        this.declared = declared;
        this.parameters = Arrays.stream(declared.split(", ")).map(Kernel::type).toList();
    }

    private static Signature.Type type(String parameter) {
        return parameter.contains("*") || parameter.startsWith("long") ? Signature.Type.LONG : Signature.Type.INT;
    }

    /** How many threads a block has, all in x. */
    int threads() {
        return threads;
    }

    /** The parameters as the CUDA source writes them. */
    String declared() {
        return declared;
    }

    /** What it is called in the PTX and what it takes, for numbers of a type. */
    Signature signature(DType dtype) {
        String name = name().toLowerCase(Locale.ROOT);
        if (this == PROBE) {
            return new Signature(name, parameters);
        }
        return new Signature(name + (dtype == DType.F32 ? "_f" : "_d"), parameters);
    }
}
