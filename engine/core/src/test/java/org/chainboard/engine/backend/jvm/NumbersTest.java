package org.chainboard.engine.backend.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chainboard.engine.lower.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A single number comes out as it does in a whole vector, to the last digit")
class NumbersTest {
    private static final double[][] OPERANDS = {
        {0.1, 0.7, -0.3}, {-3, 1e-3, 7}, {2, 3, -6}, {0, -2, 5}, {1e30, 1e-30, 1}, {1.0000001, 1.0000001, -1.0000002}
    };

    private static final int A = 16;
    private static final int B = 32;
    private static final int C = 48;

    static Stream<Code> codes() {
        return Arrays.stream(Code.values()).filter(code -> FloatNumbers.loop(code) != null);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void inSinglePrecision(Code code) {
        assumeTrue(JvmBackend.hasVectors());
        FloatMath math = new FloatVectorMath();
        for (double[] operands : OPERANDS) {
            assertThat(of(math.single(code), operands)).isEqualTo(of(math.loop(code), operands));
        }
    }

    private static int of(FloatLoop loop, double[] operands) {
        float[] m = new float[64];
        for (int i = 0; i < operands.length; i++) {
            m[A + 16 * i] = (float) operands[i];
        }
        loop.run(m, A, B, C, 0, 1);
        return Float.floatToIntBits(m[0]);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void inDoublePrecision(Code code) {
        assumeTrue(JvmBackend.hasVectors());
        DoubleMath math = new DoubleVectorMath();
        for (double[] operands : OPERANDS) {
            assertThat(of(math.single(code), operands)).isEqualTo(of(math.loop(code), operands));
        }
    }

    private static long of(DoubleLoop loop, double[] operands) {
        double[] m = new double[64];
        for (int i = 0; i < operands.length; i++) {
            m[A + 16 * i] = operands[i];
        }
        loop.run(m, A, B, C, 0, 1);
        return Double.doubleToLongBits(m[0]);
    }
}
