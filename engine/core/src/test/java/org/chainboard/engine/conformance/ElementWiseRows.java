package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;

/** Functions of one, two or three numbers; the formulas are not those of the engine where there are others. */
final class ElementWiseRows {
    private static final List<Shape> SIZES =
            List.of(Shape.of(2, 3), Shape.scalar(), Shape.of(1, 1), Shape.of(0), Shape.of(2, 0), Shape.of(2, 3, 2));

    /** Each pair has a common size: that of the first, the second, or neither. */
    private static final Shape[][] PAIRS = {
        {Shape.of(2, 3), Shape.of(2, 3)},
        {Shape.scalar(), Shape.of(2, 3)},
        {Shape.of(2), Shape.of(2, 3)},
        {Shape.of(2, 1), Shape.of(1, 3)},
        {Shape.of(2, 1, 2), Shape.of(2, 3)},
        {Shape.of(1, 1), Shape.of(1, 1)},
        {Shape.of(0), Shape.scalar()},
        {Shape.of(2, 1), Shape.of(2, 0)},
    };

    private final List<Row> rows = new ArrayList<>();

    static List<Row> all() {
        ElementWiseRows table = new ElementWiseRows();
        table.arithmetic();
        table.exponentials();
        table.angles();
        table.bends();
        table.pairs();
        table.comparisons();
        table.three();
        return table.rows;
    }

    private void one(String name, UnaryOperator<Var> use, double low, double high, DoubleUnaryOperator again) {
        for (Shape size : SIZES) {
            rows.add(new Row(
                    name,
                    low,
                    high,
                    List.of(size),
                    x -> use.apply(x.get(0)),
                    x -> Plain.array(size, at -> again.applyAsDouble(Plain.at(x.get(0), at)))));
        }
    }

    private void two(String name, BinaryOperator<Var> use, double low, double high, DoubleBinaryOperator again) {
        for (Shape[] pair : PAIRS) {
            Shape common = Shape.broadcast(pair[0], pair[1]);
            rows.add(new Row(
                    name,
                    low,
                    high,
                    List.of(pair),
                    x -> use.apply(x.get(0), x.get(1)),
                    x -> Plain.array(
                            common, at -> again.applyAsDouble(Plain.at(x.get(0), at), Plain.at(x.get(1), at)))));
        }
    }

    private void arithmetic() {
        one("identity", x -> x.apply(Unary.IDENTITY), -2, 2, x -> x);
        one("neg", Var::neg, -2, 2, x -> 0 - x);
        one("square", Var::square, -2, 2, x -> Math.pow(x, 2));
        one("sqrt", Var::sqrt, 0.3, 2, x -> Math.exp(Math.log(x) / 2));
        one("reciprocal", Var::reciprocal, 0.5, 2, x -> Math.pow(x, -1));
        one("add", x -> x.add(1.5), -2, 2, x -> x + 1.5);
        one("sub", x -> x.sub(1.5), -2, 2, x -> x - 1.5);
        one("mul", x -> x.mul(1.5), -2, 2, x -> x * 1.5);
        one("div", x -> x.div(1.5), -2, 2, x -> x / 1.5);
        one("pow", x -> x.pow(2.5), 0.3, 2, x -> x * x * Math.sqrt(x));
        one("pow", x -> x.pow(3), -2, 2, x -> x * x * x);
    }

    private void exponentials() {
        one("exp", Var::exp, -2, 2, x -> Math.cosh(x) + Math.sinh(x));
        one("expm1", Var::expm1, -2, 2, x -> 2 * Math.exp(x / 2) * Math.sinh(x / 2));
        one("log", Var::log, 0.3, 2, x -> Math.log10(x) / Math.log10(Math.E));
        one("log1p", Var::log1p, -0.5, 2, x -> Math.log(1 + x));
        one("sinh", Var::sinh, -2, 2, x -> (Math.exp(x) - Math.exp(-x)) / 2);
        one("cosh", Var::cosh, -2, 2, x -> (Math.exp(x) + Math.exp(-x)) / 2);
        one("tanh", Var::tanh, -2, 2, x -> 1 - 2 / (Math.exp(2 * x) + 1));
        one("sigmoid", Var::sigmoid, -2, 2, x -> (1 + Math.tanh(x / 2)) / 2);
        one("softplus", Var::softplus, -2, 2, x -> Math.log(1 + Math.exp(x)));
    }

    private void angles() {
        one("sin", Var::sin, -2, 2, x -> Math.cos(x - Math.PI / 2));
        one("cos", Var::cos, -2, 2, x -> 1 - 2 * Math.pow(Math.sin(x / 2), 2));
        one("tan", Var::tan, -1, 1, x -> Math.sin(x) / Math.cos(x));
        one("asin", Var::asin, -0.8, 0.8, x -> Math.atan(x / Math.sqrt(1 - x * x)));
        one("acos", Var::acos, -0.8, 0.8, x -> 2 * Math.atan(Math.sqrt((1 - x) / (1 + x))));
        one("atan", Var::atan, -2, 2, x -> Math.asin(x / Math.sqrt(1 + x * x)));
    }

    private void bends() {
        one("relu", Var::relu, 0.1, 2, x -> x);
        one("relu", Var::relu, -2, -0.1, x -> 0);
        one("abs", Var::abs, -2, -0.1, x -> -x);
        one("sign", Var::sign, 0.1, 2, x -> 1);
        one("floor", Var::floor, 1.1, 1.9, x -> 1);
        one("clamp", x -> x.clamp(-1, 1), -0.9, 0.9, x -> x);
        one("clamp", x -> x.clamp(-1, 1), 1.1, 2, x -> 1);
    }

    private void pairs() {
        two("add", Var::add, -2, 2, (a, b) -> a - -b);
        two("sub", Var::sub, -2, 2, (a, b) -> a + -b);
        two("mul", Var::mul, 0.3, 2, (a, b) -> Math.exp(Math.log(a) + Math.log(b)));
        two("div", Var::div, 0.3, 2, (a, b) -> a * Math.pow(b, -1));
        two("pow", Var::pow, 0.3, 2, (a, b) -> Math.exp(b * Math.log(a)));
        two("max", Var::max, -2, 2, (a, b) -> a > b ? a : b);
        two("min", Var::min, -2, 2, (a, b) -> a > b ? b : a);
        two("atan2", Var::atan2, 0.3, 2, (a, b) -> Math.atan(a / b));
        two("atan2", Var::atan2, -2, -0.3, (a, b) -> Math.atan(a / b) - Math.PI);
        two("hypot", Var::hypot, -2, 2, (a, b) -> Math.sqrt(a * a + b * b));
        two("logaddexp", Var::logaddexp, -2, 2, (a, b) -> Math.log(Math.exp(a) + Math.exp(b)));
        two("chain", (a, b) -> a.apply(Binary.CHAIN, b), 0.3, 2, (a, b) -> a * b);
    }

    /** Each is added to its first argument, so that there is a slope to compare. */
    private void comparisons() {
        two("greater", (a, b) -> a.greater(b).add(a), -2, 2, (a, b) -> a > b ? 1 + a : a);
        two("equalTo", (a, b) -> a.equalTo(b).add(a.equalTo(a)).add(a), -2, 2, (a, b) -> 1 + a);
        two("less", (a, b) -> a.less(b).add(a), -2, 2, (a, b) -> a < b ? 1 + a : a);
        two("greaterOrEqual", (a, b) -> a.greaterOrEqual(b).add(a), -2, 2, (a, b) -> a >= b ? 1 + a : a);
        two("lessOrEqual", (a, b) -> a.lessOrEqual(b).add(a), -2, 2, (a, b) -> a <= b ? 1 + a : a);
        two("notEqual", (a, b) -> a.notEqual(b).add(a.notEqual(a)).add(a), -2, 2, (a, b) -> 1 + a);
    }

    private void three() {
        two("where", (a, b) -> Var.where(a.greater(b), a.square(), b.neg()), -2, 2, (a, b) -> a > b ? a * a : -b);
        two(
                "clamp",
                (a, b) -> a.clamp(b.sub(1), b.add(0.5)),
                -2,
                2,
                (a, b) -> a < b - 1 ? b - 1 : a > b + 0.5 ? b + 0.5 : a);
    }
}
