package org.chainboard.engine.grad;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;

/**
 * What is meant by the functions in the manual's table of corners and poles. The arguments are one vector, so that slopes
 * and second slopes can be asked for by place.
 */
final class Conventions {
    private Conventions() {}

    private static UnaryOperator<Var> one(UnaryOperator<Var> f) {
        return v -> f.apply(v.at(0));
    }

    private static UnaryOperator<Var> two(BinaryOperator<Var> f) {
        return v -> f.apply(v.at(0), v.at(1));
    }

    private static Map.Entry<String, UnaryOperator<Var>> activation(String name) {
        Activation function = Activation.parse(name).orElseThrow();
        return entry(name + "(x)", one(x -> function.apply(x, Mode.TEST)));
    }

    private static Var zero(Var x) {
        return x.like(0);
    }

    /** The matrix product of two matrices of one number each. */
    private static Var product(Var x, Var y) {
        Shape single = Shape.of(1, 1);
        return x.reshape(single).matmul(y.reshape(single)).reshape(Shape.scalar());
    }

    static final Map<String, UnaryOperator<Var>> TABLE = Map.ofEntries(
            entry("relu(x)", one(Var::relu)),
            entry("abs(x)", one(Var::abs)),
            entry("sign(x)", one(Var::sign)),
            entry("floor(x)", one(Var::floor)),
            entry("sqrt(x)", one(Var::sqrt)),
            entry("log(x)", one(Var::log)),
            entry("log1p(x)", one(Var::log1p)),
            entry("1/x", one(Var::reciprocal)),
            entry("x/y", two(Var::div)),
            entry("asin(x)", one(Var::asin)),
            entry("acos(x)", one(Var::acos)),
            entry("x^0", one(x -> x.pow(0))),
            entry("x^1", one(x -> x.pow(1))),
            entry("x^2", one(x -> x.pow(2))),
            entry("x^y", two(Var::pow)),
            entry("max(x, y)", two(Var::max)),
            entry("max(x, x)", one(x -> x.max(x))),
            entry("min(x, y)", two(Var::min)),
            entry("x > y", two(Var::greater)),
            entry("x == y", two(Var::equalTo)),
            entry("clamp(x, 0, 1)", one(x -> x.clamp(0, 1))),
            entry("hypot(x, y)", two(Var::hypot)),
            entry("atan2(x, y)", two(Var::atan2)),
            entry("logaddexp(x, y)", two(Var::logaddexp)),
            entry("where(x > 0, sqrt(x), 0)", one(x -> Var.where(x.greater(zero(x)), x.sqrt(), zero(x)))),
            entry("where(x > 0, log(x), x)", one(x -> Var.where(x.greater(zero(x)), x.log(), x))),
            entry(
                    "where(x > 0, sin(log(x)), x^2)",
                    one(x -> Var.where(x.greater(zero(x)), x.log().sin(), x.square()))),
            entry("where(x < 700, exp(x), 0)", one(x -> Var.where(x.less(x.like(700)), x.exp(), zero(x)))),
            entry(
                    "where(x > 0, tanh(log(x)), x)",
                    one(x -> Var.where(x.greater(zero(x)), x.log().tanh(), x))),
            entry("relu(log(x) y)", two((x, y) -> x.log().mul(y).relu())),
            entry("relu(log(x))", one(x -> x.log().relu())),
            entry("clamp(1/x, -1, 1)", one(x -> x.reciprocal().clamp(-1, 1))),
            entry(
                    "relu(matmul([log(x)], [y]))",
                    two((x, y) -> product(x.log(), y).relu())),
            entry(
                    "where(x > 0, matmul([log(x)], [y]), y)",
                    two((x, y) -> Var.where(x.greater(zero(x)), product(x.log(), y), y))),
            activation("leakyrelu"),
            activation("rrelu"),
            activation("elu"),
            activation("celu"),
            activation("selu"),
            activation("trelu"),
            activation("relu6"),
            activation("hardtanh"),
            activation("hardσ"),
            activation("hardswish"),
            activation("softshrink"),
            entry("maximum(v)", v -> v.maximum()),
            entry("minimum(v)", v -> v.minimum()),
            entry("prod(v)", v -> v.prod()),
            entry("norm(v)", v -> v.norm()),
            entry("std(v)", v -> v.std()),
            entry("var(v)", v -> v.var()),
            entry("logsumexp(v)", v -> v.logsumexp()));
}
