package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import jcuda.driver.CUdeviceptr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The interpreter computes CUDA's functions, slow paths included, as Java does within a few units in the last place. */
class StandInMathOnStandInTest {
    private static final double[] AT = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        3.75,
        -3.25,
        10.1,
        -20.7,
        100.3,
        1e-8,
        -1e-8,
        1e-3,
        1e6,
        -1e7,
        1e15,
        3.3e22,
        88,
        -88,
        700,
        -700,
        710,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.99,
        -0.99,
        1e-30,
        105414.5,
        1e300,
        2.5,
        3.5,
        0.25,
        1e38,
        4e-310,
        1e-40,
        12345678.9,
        -0.3,
        7
    };

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

    private static Arguments one(String name, DoubleUnaryOperator function) {
        return arguments(name, (DoubleBinaryOperator) (x, y) -> function.applyAsDouble(x));
    }

    private static Arguments two(String name, DoubleBinaryOperator function) {
        return arguments(name, function);
    }

    private static double least(double x, double y) {
        return Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.min(x, y);
    }

    /** In the order of the kernel's cases. */
    private static List<Arguments> table() {
        return List.of(
                one("sin", Math::sin),
                one("cos", Math::cos),
                one("tan", Math::tan),
                one("exp", Math::exp),
                one("log", Math::log),
                one("log1p", Math::log1p),
                one("expm1", Math::expm1),
                one("tanh", Math::tanh),
                one("sinh", Math::sinh),
                one("asin", Math::asin),
                one("cbrt", Math::cbrt),
                one("sqrt", Math::sqrt),
                one("floor", Math::floor),
                one("rint", Math::rint),
                two("divide", (x, y) -> x / y),
                two("pow", Math::pow),
                two("atan2", Math::atan2),
                two("hypot", Math::hypot),
                two("min", StandInMathOnStandInTest::least),
                two("copysign", Math::copySign),
                one("int", x -> (int) x),
                one("long", x -> (long) x),
                one("1/sqrt", x -> 1 / Math.sqrt(x)),
                two("fma", (x, y) -> Math.fma(x, y, x)));
    }

    static Stream<Arguments> functions() {
        List<Arguments> numbered = new ArrayList<>();
        for (Arguments each : table()) {
            numbered.add(arguments(each.get()[0], numbered.size(), each.get()[1]));
        }
        return numbered.stream();
    }

    private static double partner(int i) {
        return AT[(i * 7 + 3) % AT.length];
    }

    /** How far apart, in units of the last place of what is expected; a zero of the other sign counts as far. */
    private static double apart(double got, double expected, double unit) {
        if (Double.compare(got, expected) == 0) {
            return 0;
        }
        double units = Math.abs(got - expected) / unit;
        return units == 0 || Double.isNaN(units) ? Double.POSITIVE_INFINITY : units;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aDoubleIsWithinThreeUnits(String name, int which, DoubleBinaryOperator function) {
        int count = AT.length;
        double[] partners = new double[count];
        for (int i = 0; i < count; i++) {
            partners[i] = partner(i);
        }
        CUdeviceptr out = cuda.array(8L * count);
        int code = cuda.run("math_d", 1, 64, 0, cuda.doubles(AT), cuda.doubles(partners), out, count, which);

        double worst = 0;
        double[] got = code == 0 ? cuda.doubles(out, count) : new double[0];
        for (int i = 0; i < got.length; i++) {
            double expected = function.applyAsDouble(AT[i], partners[i]);
            worst = Math.max(worst, apart(got[i], expected, Math.ulp(expected)));
        }
        assertThat(standIn.log()).isEmpty();
        assertThat(worst).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aFloatIsWithinFourUnits(String name, int which, DoubleBinaryOperator function) {
        int count = AT.length;
        float[] at = new float[count];
        float[] partners = new float[count];
        for (int i = 0; i < count; i++) {
            at[i] = (float) AT[i];
            partners[i] = (float) partner(i);
        }
        CUdeviceptr out = cuda.array(4L * count);
        int code = cuda.run("math_f", 1, 64, 0, cuda.floats(at), cuda.floats(partners), out, count, which);

        double worst = 0;
        float[] got = code == 0 ? cuda.floats(out, count) : new float[0];
        for (int i = 0; i < got.length; i++) {
            float expected = (float) function.applyAsDouble(at[i], partners[i]);
            worst = Math.max(worst, apart(got[i], expected, Math.ulp(expected)));
        }
        assertThat(standIn.log()).isEmpty();
        assertThat(worst).isLessThanOrEqualTo(4);
    }
}
