package org.chainboard.engine.backend.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The exponential and its relatives are right to a few units in the last place, over the whole range")
class CurvesTest {
    private static final Map<Unary, DoubleUnaryOperator> EXACT = Map.of(
            Unary.EXP, StrictMath::exp,
            Unary.LOG, StrictMath::log,
            Unary.TANH, StrictMath::tanh,
            Unary.SIGMOID, CurvesTest::sigmoid,
            Unary.SOFTPLUS, x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));

    /** Units in the last place of the result that may be missing. */
    private static final int UNITS = 6;

    private static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    static Stream<Arguments> everywhere() {
        return Machines.all().stream()
                .flatMap(machine -> Stream.of(DType.values())
                        .flatMap(dtype -> EXACT.keySet().stream().map(op -> Arguments.of(machine, dtype, op))));
    }

    @ParameterizedTest(name = "{2} in {1}, {0}")
    @MethodSource("everywhere")
    void fewUnitsInTheLastPlaceAreMissing(Machines.Machine machine, DType dtype, Unary op) {
        double[] at = places(dtype);
        double[] found = run(machine, dtype, op, at);
        for (int i = 0; i < at.length; i++) {
            double expected = EXACT.get(op).applyAsDouble(at[i]);
            double unit = dtype == DType.F64 ? Math.ulp(expected) : Math.ulp((float) expected);
            if (Double.isFinite(expected) && Double.isFinite(unit)) {
                assertThat(found[i])
                        .as(op + " at " + at[i])
                        .isBetween(expected - UNITS * unit, expected + UNITS * unit);
            } else {
                double rounded = dtype == DType.F64 ? expected : (float) expected;
                assertThat((Double) found[i]).as(op + " at " + at[i]).isEqualTo((Double) rounded);
            }
        }
    }

    static Stream<Arguments> machines() {
        return Machines.all().stream()
                .flatMap(machine -> Stream.of(DType.values()).map(dtype -> Arguments.of(machine, dtype)));
    }

    @ParameterizedTest(name = "in {1}, {0}")
    @MethodSource("machines")
    void theWholePartIsExact(Machines.Machine machine, DType dtype) {
        DoubleStream whole = DoubleStream.of(0, 1, 2, 7, 0x1p21, 0x1p22, 0x1p23, 0x1p24, 0x1p51, 0x1p52, 0x1p53);
        double[] beside = whole.flatMap(x -> DoubleStream.of(x, x + 0.5, x - 0.5, Math.nextUp((float) x)))
                .map(x -> dtype == DType.F64 ? x : (float) x)
                .flatMap(x -> DoubleStream.of(x, -x, Math.nextUp(x), Math.nextDown(x)))
                .map(x -> dtype == DType.F64 ? x : (float) x)
                .toArray();
        double[] at = DoubleStream.concat(DoubleStream.of(beside), DoubleStream.of(places(dtype)))
                .toArray();
        // 0.0 and -0.0 are one number here
        double[] expected = DoubleStream.of(at).map(x -> Math.floor(x) + 0.0).toArray();
        double[] found = DoubleStream.of(run(machine, dtype, Unary.FLOOR, at))
                .map(x -> x + 0.0)
                .toArray();
        assertThat(found).isEqualTo(expected);
    }

    private static double[] places(DType dtype) {
        DoubleStream small = DoubleStream.iterate(1e-30, x -> x < 1e3, x -> x * 1.37);
        DoubleStream near = DoubleStream.iterate(0.01, x -> x < 120, x -> x + 0.173);
        DoubleStream odd = DoubleStream.of(
                0, 1, 0.625, 88.7, 88.8, 103, 104.5, 709.7, 745, 746, 1e30, Double.POSITIVE_INFINITY, Double.NaN);
        double[] above = DoubleStream.concat(DoubleStream.concat(small, near), odd)
                .map(x -> dtype == DType.F64 ? x : (float) x)
                .toArray();
        return DoubleStream.of(above).flatMap(x -> DoubleStream.of(x, -x)).toArray();
    }

    private static double[] run(Machines.Machine machine, DType dtype, Unary op, double[] at) {
        GraphBuilder builder = new GraphBuilder();
        Var x = Var.read(builder, new State("x", Tensor.of(Shape.of(at.length), dtype, at)));
        Plan plan = Planner.plan(builder.build(Map.of("y", x.apply(op).node()), Map.of()));
        try (Executable executable = machine.backend().bind(List.of(plan))) {
            executable.run(plan, 1, new double[1]);
            return executable.output(plan, "y").toDoubles();
        }
    }
}
