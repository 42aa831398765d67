package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of instructions made up at random, several in one launch, against a plain reading of them. */
class RunOnStandInTest {
    private static final int SLOTS = 5;
    private static final int ARRAY = 1;
    private static final int SINGLE = 2;
    private static final int SLOT = 3;

    /** Places 0 to 3 hold the single numbers; a list may hang on any of them. */
    private static final double[] SINGLES = {0, 1.5, Double.NaN, -2};

    private static final GpuCode[] CODES = {
        GpuCode.COPY,
        GpuCode.NEG,
        GpuCode.RELU,
        GpuCode.SUB,
        GpuCode.MUL,
        GpuCode.MAX,
        GpuCode.GREATER,
        GpuCode.CHAIN,
        GpuCode.WHERE,
        GpuCode.FMA,
        GpuCode.FNMA,
        GpuCode.MEAN_S,
        GpuCode.MEAN_SQUARES_S,
        GpuCode.ROOT_S,
        GpuCode.RATIO_S
    };

    private static final int[] EXTENTS = {1, 127, 128, 129, 300};

    private static BareCard card;

    @BeforeAll
    static void open() {
        StandIn.start().set("order", "reversed");
        card = new BareCard();
    }

    @AfterAll
    static void close() {
        if (card != null) {
            card.close();
        }
    }

    /** Three lists, each with its own arrays: two that are read and two that are written. */
    private static final class Lists {
        private final Random random;
        private final DType dtype;
        private final List<int[]> heads = new ArrayList<>();
        private final List<int[]> instructions = new ArrayList<>();
        private double[] before = SINGLES;
        private double[] after;
        private int largest;

        Lists(long seed, DType dtype) {
            this.random = new Random(seed);
            this.dtype = dtype;
            List<double[]> results = new ArrayList<>(List.of(SINGLES));
            for (int number = 0; number < 3; number++) {
                int extent = EXTENTS[random.nextInt(EXTENTS.length)];
                largest = Math.max(largest, extent);
                double[] read = Close.random(dtype, 2 * extent, random.nextLong());
                int place = before.length;
                before = Close.join(before, read, Close.room(2 * extent));
                results.add(read);
                results.add(list(place, extent, read));
            }
            after = Close.join(results.toArray(double[][]::new));
        }

        /** What the places that are written hold afterwards. */
        private double[] list(int place, int extent, double[] read) {
            int count = 1 + random.nextInt(12);
            int when = random.nextInt(SINGLES.length + 3) - 3;
            heads.add(new int[] {instructions.size(), count, extent, Math.max(when, -1)});
            double[][] arrays = {Arrays.copyOf(read, extent), Arrays.copyOfRange(read, extent, 2 * extent), null, null};
            double[][] slots = new double[SLOTS][];
            for (int i = 0; i < count; i++) {
                instruction(place, extent, arrays, slots);
            }
            boolean leftOut = when >= 0 && SINGLES[when] == 0;
            double[] room = Close.room(extent);
            return Close.join(
                    leftOut || arrays[2] == null ? room : arrays[2], leftOut || arrays[3] == null ? room : arrays[3]);
        }

        private void instruction(int place, int extent, double[][] arrays, double[][] slots) {
            int[] made = {CODES[random.nextInt(CODES.length)].ordinal(), -1, -1, 0, 0, 0, 0, 0};
            double[][] operands = new double[3][];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = operand(place, extent, arrays, slots, made, i);
            }
            double[] result = Definition.of(GpuCode.values()[made[0]], dtype, operands[0], operands[1], operands[2]);
            int to = random.nextInt(3);
            if (to != 0) {
                made[1] = random.nextInt(SLOTS);
                slots[made[1]] = result;
            }
            if (to != 1) {
                int array = 2 + random.nextInt(2);
                made[2] = place + array * extent;
                arrays[array] = result;
            }
            instructions.add(made);
        }

        private double[] operand(int place, int extent, double[][] arrays, double[][] slots, int[] made, int number) {
            int kind = 1 + random.nextInt(3);
            int which = random.nextInt(kind == SINGLE ? SINGLES.length : kind == SLOT ? SLOTS : arrays.length);
            if ((kind == SLOT && slots[which] == null) || (kind == ARRAY && arrays[which] == null)) {
                kind = ARRAY;
                which = 0;
            }
            made[3 + number] = kind == ARRAY ? place + which * extent : which;
            made[6] |= kind << 2 * number;
            if (kind == SINGLE) {
                return IntStream.range(0, extent)
                        .mapToDouble(i -> SINGLES[which(made, number)])
                        .toArray();
            }
            return kind == SLOT ? slots[which] : arrays[which];
        }

        private static int which(int[] made, int number) {
            return made[3 + number];
        }

        int[] table() {
            List<int[]> rows = new ArrayList<>(heads);
            rows.addAll(instructions);
            return rows.stream().flatMapToInt(Arrays::stream).toArray();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsOfInstructionsAreFollowed(int seed) {
        DType dtype = seed % 2 == 0 ? DType.F32 : DType.F64;
        Lists lists = new Lists(seed, dtype);
        BareCard.Grid grid =
                new BareCard.Grid((lists.largest + 127) / 128, lists.heads.size(), 1, SLOTS * 128 * dtype.bytes());

        double[] m = card.run(Kernel.RUN, dtype, grid, lists.before, card.table(lists.table()), SLOTS);

        assertThat(Close.differences(dtype, m, lists.after)).isEmpty();
    }
}
