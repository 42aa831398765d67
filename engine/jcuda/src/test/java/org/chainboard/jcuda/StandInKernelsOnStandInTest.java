package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUmodule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels run as they do on a card, and what is wrong with one is told with its place. */
class StandInKernelsOnStandInTest {
    private static final int ILLEGAL_ADDRESS = 700;

    private StandIn standIn;
    private StandInCalls cuda;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        cuda = new StandInCalls();
    }

    @AfterEach
    void end() {
        if (cuda != null) {
            cuda.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reversed", "random:1", "random:2"})
    void barriersSharedMemoryAndShufflesSumInEveryOrder(String order) {
        float[] numbers = new float[1000];
        float expected = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 17;
            expected += numbers[i];
        }
        standIn.set("order", order);
        CUdeviceptr out = cuda.array(4);
        cuda.run("sum", 1, 128, 128 * 4, cuda.floats(numbers), out, numbers.length);

        assertThat(standIn.log()).isEmpty();
        assertThat(cuda.floats(out, 1)).containsExactly(expected);
    }

    @Test
    void localArraysTablesAndCalledFunctionsWork() {
        int[] places = {3, 1, 4, 1, 5, 9, 2, 6, 5};
        float[] table = {1, 10, 100, 1000};
        int[] order = {3, 1, 2, 0};
        float[] expected = new float[8];
        for (int t = 0; t < 8; t++) {
            float[] held = new float[8];
            for (int i = 0; i < 8; i++) {
                held[i + t & 7] = places[i] * table[order[i & 3]];
            }
            float most = 0;
            for (int i = 0; i < places[8]; i++) {
                most = Math.max(most, held[i]);
            }
            expected[t] = most + held[places[t] & 7];
        }
        CUdeviceptr out = cuda.array(4 * 8);
        cuda.run("calls", 1, 8, 0, cuda.ints(places), out);

        assertThat(standIn.log()).isEmpty();
        assertThat(cuda.floats(out, 8)).containsExactly(expected);
    }

    private static int permuted(int a, int b, int choose) {
        long bytes = (long) b << 32 | a & 0xffffffffL;
        int made = 0;
        for (int i = 0; i < 4; i++) {
            made |= (int) (bytes >>> 8 * (choose >>> 4 * i & 7) & 0xff) << 8 * i;
        }
        return made;
    }

    private static long[] whole(int x, long y) {
        int turned = (int) (((long) ~x << 32 | x & 0xffffffffL) << (x & 31) >>> 32);
        int lowest = x == 0 ? 0 : Integer.numberOfTrailingZeros(x) + 1;
        long high = Math.multiplyHigh(y, y) + (y >> 63 & y) * 2;
        return new long[] {
            x / (x | 1),
            Integer.remainderUnsigned(x, 7),
            (long) x * 123_456_789 >> 32,
            high,
            Long.bitCount(y),
            Integer.numberOfLeadingZeros(x),
            y >> 5,
            y >>> 5,
            (x << (x & 31)) & 0xffffffffL,
            Integer.reverse(x) & 0xffffffffL,
            permuted(x, ~x, 0x5140) & 0xffffffffL,
            turned & 0xffffffffL,
            y / (y | 1),
            y % 10,
            Math.min(x, 5),
            Math.max(y, 7),
            (byte) x,
            (char) y,
            x * y,
            ~y ^ x,
            lowest,
            Math.abs(x)
        };
    }

    @Test
    void wholeNumbersAreThoseOfJava() {
        int[] xs = {0, 1, -1, 5, -7, 1234567, -7654321, Integer.MAX_VALUE};
        long[] ys = {0, -1, 7, 1L << 40, -(1L << 50), 99, Long.MAX_VALUE, Long.MIN_VALUE};
        int each = whole(0, 0).length;
        CUdeviceptr out = cuda.array(8L * each * xs.length);
        cuda.run("whole", 1, xs.length, 0, cuda.ints(xs), cuda.longs(ys), out);

        long[] expected = Stream.iterate(0, i -> i + 1)
                .limit(xs.length)
                .flatMapToLong(i -> Arrays.stream(whole(xs[i], ys[i])))
                .toArray();
        assertThat(standIn.log()).isEmpty();
        assertThat(cuda.longs(out, each * xs.length)).containsExactly(expected);
    }

    private static int halvings(int n) {
        int count = 0;
        for (int at = n; at != 1; at = at % 2 == 0 ? at / 2 : 3 * at + 1) {
            if (count == 100) {
                return -1;
            }
            count++;
        }
        return count == 100 ? -1 : count;
    }

    @Test
    void threadsThatGoTheirOwnWaysComeTogetherAgain() {
        int[] numbers = new int[32];
        int[] sums = new int[32];
        for (int t = 0; t < 32; t++) {
            numbers[t] = t >= 16 && t % 5 == 0 ? -1 : 27 + 13 * t;
            for (int i = 0; i < numbers[t] % 4; i++) {
                sums[t] += numbers[t] % 3 == 0 ? i : halvings(numbers[t] + i);
            }
        }
        int[] expected = new int[32];
        for (int t = 0; t < 32; t++) {
            expected[t] = numbers[t] < 0 ? 0 : sums[t] + (t < 16 ? sums[t ^ 1] : 0);
        }
        CUdeviceptr out = cuda.ints(new int[32]);
        cuda.run("uneven", 1, 32, 0, cuda.ints(numbers), out);

        assertThat(standIn.log()).isEmpty();
        assertThat(cuda.ints(out, 32)).containsExactly(expected);
    }

    private static double[] pieces(float[] numbers, int t) {
        float x = numbers[4 * t];
        byte small = (byte) (t - 10);
        int same = 0;
        for (int other = 0; other < 32; other++) {
            same |= (other - 10 & 3) == (small & 3) ? 1 << other : 0;
        }
        double third = (double) numbers[4 * t + 1] * 1.1;
        float cut = (float) third;
        return new double[] {
            numbers[4 * t + 3] - x,
            x,
            Math.nextUp(x),
            cut > third ? Math.nextDown(cut) : cut,
            Math.min(1, Math.max(0, numbers[4 * t + 2])),
            (int) Math.ceil(x),
            (short) (small * small * small),
            0xfffff800L,
            numbers[4 * (t < 3 ? t : t - 3)],
            numbers[4 * (t / 8 * 8 + 2)],
            1,
            same & 0xffffffffL,
            1 / numbers[4 * t + 3],
            Math.nextUp(1.0 / 3)
        };
    }

    @Test
    void vectorsSmallNumbersVotesAndDirectionsOfRoundingWork() {
        float[] numbers = new float[4 * 32];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.37f + i * 0.11f;
        }
        int[] small = new int[8];
        for (int t = 0; t < 32; t++) {
            small[t / 4] |= (t - 10 & 0xff) << 8 * (t % 4);
        }
        CUdeviceptr out = cuda.array(8L * 14 * 32);
        cuda.run("pieces", 1, 32, 0, cuda.floats(numbers), cuda.ints(small), out);

        double[] expected = Stream.iterate(0, t -> t + 1)
                .limit(32)
                .flatMapToDouble(t -> Arrays.stream(pieces(numbers, t)))
                .toArray();
        assertThat(standIn.log()).isEmpty();
        assertThat(cuda.doubles(out, 14 * 32)).containsExactly(expected);
    }

    /** A launch that must fail: kernel, blocks, threads, and the bytes of an array that is there, written or not. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "past the end",
                        "twice",
                        1,
                        64,
                        40,
                        11,
                        true,
                        "lies 40 bytes after the start of an array of 40"),
                arguments("never written", "twice", 1, 64, 400, 11, false, "reads what nobody has written"),
                arguments("missing barrier", "neighbours", 1, 64, 256, 0, true, "a race"),
                arguments("shared memory not written", "halfUnwritten", 1, 64, 256, null, true, "has not written"),
                arguments(
                        "barrier in a branch",
                        "barrierInBranch",
                        1,
                        64,
                        256,
                        null,
                        true,
                        "has ended while others wait"),
                arguments("blocks that share", "together", 2, 64, 4, null, true, "another block"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsToldWithItsPlace(
            String what, String kernel, int blocks, int threads, int bytes, Integer n, boolean written, String said) {
        CUdeviceptr array = written ? cuda.floats(new float[bytes / 4]) : cuda.array(bytes);
        Object[] arguments = n == null ? new Object[] {array} : new Object[] {array, n};

        assertThat(cuda.run(kernel, blocks, threads, 0, arguments)).isEqualTo(ILLEGAL_ADDRESS);
        assertThat(standIn.log()).singleElement().asString().contains(kernel + ", block (", "PTX line ", said);
    }

    @Test
    void withItsBarrierTheSameKernelIsFine() {
        CUdeviceptr array = cuda.floats(new float[64]);

        assertThat(cuda.run("neighbours", 1, 64, 0, array, 1)).isZero();
    }

    @Test
    void useAfterFreeIsTold() {
        CUdeviceptr array = cuda.floats(1, 2, 3);
        cuda.free(array);

        assertThat(cuda.run("twice", 1, 32, 0, array, 3)).isEqualTo(ILLEGAL_ADDRESS);
        assertThat(standIn.log()).singleElement().asString().contains("has been freed");
    }

    @Test
    void aKernelThatDoesNotEndIsStopped() {
        standIn.set("steps", 100_000);

        assertThat(cuda.run("forEver", 1, 32, 0, cuda.floats(0))).isEqualTo(702);
    }

    @Test
    void aCardThatComputesWronglyCanBePlayed() {
        CUdeviceptr array = cuda.floats(3);
        standIn.set("wrong", 0x00400000);
        cuda.run("twice", 1, 1, 0, array, 1);

        assertThat(cuda.floats(array, 1)[0]).isNotEqualTo(6);
    }

    static Stream<Arguments> modules() {
        String head = ".version 6.4\n.target sm_50\n.address_size 64\n";
        String body = ".visible .entry k()\n{\n.reg .b32 %r<3>;\nBODY\nret;\n}\n";
        return Stream.of(
                arguments("newer PTX", head.replace("6.4", "8.5"), 222, "too old for PTX of version 8.5"),
                arguments("a newer card", head.replace("sm_50", "sm_90"), 209, "too old for sm_90"),
                arguments(
                        "an unknown instruction", head + body.replace("BODY", "atom.add.u32 %r1, %r2;"), 218, "line 7"),
                arguments("an unknown register", head + body.replace("BODY", "add.s32 %r1, %r2, %q1;"), 218, "'%q1'"),
                arguments("no PTX", "hello", 218, "line 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void whatCannotBeRunIsRefusedWhenItIsLoaded(String what, String ptx, int code, String said) {
        assertThat(StandInCalls.load(new CUmodule(), ptx)).isEqualTo(code);
        assertThat(standIn.log()).singleElement().asString().contains(said);
    }
}
