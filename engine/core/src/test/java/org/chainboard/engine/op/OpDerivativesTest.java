package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every op's derivative, and the derivative of that, against central differences in double precision. */
class OpDerivativesTest {
    private static final Shape MATRIX = Shape.of(2, 3);

    /** One row: the op, where its arguments lie, their sizes, and how it is applied. */
    private record Row(Op op, double low, double high, List<Shape> sizes, Function<List<Var>, Var> use) {
        @Override
        public String toString() {
            return op.label() + " of " + sizes;
        }
    }

    private static Row row(Unary op, double low, double high) {
        return new Row(op, low, high, List.of(MATRIX), x -> x.get(0).apply(op));
    }

    private static Row pair(Binary op, Function<List<Var>, Var> use) {
        return new Row(op, 0.3, 2, List.of(MATRIX, MATRIX), use);
    }

    private static Row array(Op op, Function<List<Var>, Var> use, Shape... sizes) {
        return new Row(op, -2, 2, List.of(sizes), use);
    }

    private static Var places(Var x, double... places) {
        return x.constant(Tensor.vector(places));
    }

    static List<Row> rows() {
        return Stream.of(unary(), binary(), arrays()).flatMap(List::stream).toList();
    }

    private static List<Row> unary() {
        return List.of(
                row(Unary.IDENTITY, -2, 2),
                row(Unary.NEG, -2, 2),
                row(Unary.SQUARE, -2, 2),
                row(Unary.SQRT, 0.3, 2),
                row(Unary.RECIPROCAL, 0.5, 2),
                row(Unary.EXP, -2, 2),
                row(Unary.EXPM1, -2, 2),
                row(Unary.LOG, 0.3, 2),
                row(Unary.LOG1P, -0.5, 2),
                row(Unary.SIN, -2, 2),
                row(Unary.COS, -2, 2),
                row(Unary.TAN, -1, 1),
                row(Unary.ASIN, -0.8, 0.8),
                row(Unary.ACOS, -0.8, 0.8),
                row(Unary.ATAN, -2, 2),
                row(Unary.SINH, -2, 2),
                row(Unary.COSH, -2, 2),
                row(Unary.TANH, -2, 2),
                row(Unary.SIGMOID, -2, 2),
                row(Unary.SOFTPLUS, -2, 2),
                row(Unary.RELU, 0.1, 2),
                row(Unary.RELU, -2, -0.1),
                row(Unary.ABS, -2, -0.1),
                row(Unary.SIGN, 0.1, 2),
                row(Unary.FLOOR, 0.1, 0.9));
    }

    private static List<Row> binary() {
        return List.of(
                pair(Binary.ADD, x -> x.get(0).add(x.get(1))),
                pair(Binary.SUB, x -> x.get(0).sub(x.get(1))),
                pair(Binary.MUL, x -> x.get(0).mul(x.get(1))),
                pair(Binary.DIV, x -> x.get(0).div(x.get(1))),
                pair(Binary.POW, x -> x.get(0).pow(x.get(1))),
                pair(Binary.MAX, x -> x.get(0).max(x.get(1))),
                pair(Binary.MIN, x -> x.get(0).min(x.get(1))),
                pair(Binary.GREATER, x -> x.get(0).greater(x.get(1)).add(x.get(0))),
                pair(Binary.EQUAL, x -> x.get(0).equalTo(x.get(1)).add(x.get(0))));
    }

    private static List<Row> arrays() {
        Shape column = Shape.of(2, 1);
        return List.of(
                array(new Where(), x -> Var.where(x.get(0).greater(x.get(1)), x.get(0), x.get(1)), MATRIX, MATRIX),
                array(new ExpandTo(MATRIX), x -> x.get(0).expand(MATRIX), Shape.of(2)),
                array(new SumTo(column), x -> x.get(0).sumTo(column), MATRIX),
                array(new MaxTo(column), x -> x.get(0).maxTo(column), MATRIX),
                array(new Reshape(Shape.of(3, 2)), x -> x.get(0).reshape(Shape.of(3, 2)), MATRIX),
                array(new Permute(1, 0), x -> x.get(0).transpose(), MATRIX),
                array(new MatMul(false, false), x -> x.get(0).matmul(x.get(1)), MATRIX, Shape.of(3, 2)),
                array(new MatMul(true, false), x -> x.get(0).matmul(x.get(1), true, false), MATRIX, Shape.of(2, 4)),
                array(new MatMul(false, true), x -> x.get(0).matmul(x.get(1), false, true), MATRIX, Shape.of(4, 3)),
                array(new MatMul(true, true), x -> x.get(0).matmul(x.get(1), true, true), MATRIX, Shape.of(4, 2)),
                array(new Take(), x -> x.get(0).take(places(x.get(0), 2, 0, 2, 1)), MATRIX),
                array(new PutAdd(4), x -> x.get(0).putAdd(places(x.get(0), 3, 0, 3), 4), MATRIX),
                array(new Uniform(MATRIX, 1, 2), OpDerivativesTest::drawn, Shape.of(2)));
    }

    /** What is drawn from a fixed step, beside something that varies. */
    private static Var drawn(List<Var> x) {
        Var step = x.get(0).constant(Tensor.vector(3, 0));
        Var drawn = new Var(step.builder(), step.builder().apply(new Uniform(MATRIX, 1, 2), step.node()));
        return drawn.mul(x.get(0));
    }

    private static List<Tensor> draw(Row row) {
        Rng rng = new Rng(7, Rng.stream(row.toString()));
        return row.sizes.stream()
                .map(size -> Tensor.of(size, DType.F64, uniform(rng, size.size(), row.low, row.high)))
                .toList();
    }

    private static double[] uniform(Rng rng, int count, double low, double high) {
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = rng.uniform(low, high);
        }
        return drawn;
    }

    /** A scalar that weighs every element of the result differently, so that no two slopes can be swapped unseen. */
    private static Var weighed(Var y) {
        double[] weights = uniform(new Rng(11, 3), y.shape().size(), 0.5, 1.5);
        return y.mul(y.constant(Tensor.of(y.shape(), y.dtype(), weights))).sum();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopeAgreesWithDifferences(Row row) {
        List<Tensor> at = draw(row);
        Function<List<Var>, Var> f = args -> weighed(row.use.apply(args));
        Differences.assertAgrees(f, at, 1e-6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopeOfTheSlopeAgreesWithDifferences(Row row) {
        List<Tensor> at = draw(row);
        Function<List<Var>, Var> slope = args -> {
            List<Var> gradients =
                    Gradient.gradientOf(inner -> weighed(row.use.apply(inner).square()), args);
            return gradients.stream()
                    .map(OpDerivativesTest::weighed)
                    .reduce(Var::add)
                    .orElseThrow();
        };
        Differences.assertAgrees(slope, at, 1e-5);
    }

    @Test
    void everyOpHasARow() {
        Set<String> checked = rows().stream().map(row -> row.op.label()).collect(Collectors.toSet());
        assertThat(checked).isEqualTo(Ops.all().stream().map(Op::label).collect(Collectors.toSet()));
    }
}
