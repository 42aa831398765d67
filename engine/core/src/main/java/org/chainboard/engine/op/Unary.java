package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;

/**
 * Functions of one number, element by element: one row each with the name and the slope, written in terms of the input
 * {@code x} and the result {@code y}. Slopes are those of Abramowitz and Stegun, chapters 4 and 7; what happens at a
 * corner is said at the row.
 */
public enum Unary implements Op {
    /** The same number; keeps a function's argument apart from what the function closes over. */
    IDENTITY("identity", (x, y) -> x.like(1)),
    /** -x. */
    NEG("neg", (x, y) -> x.like(-1)),
    /** x². */
    SQUARE("square", (x, y) -> x.mul(2)),
    /** √x; NaN below 0, the slope at 0 is infinite. */
    SQRT("sqrt", (x, y) -> y.like(0.5).div(y)),
    /** 1 / x; infinite at 0. */
    RECIPROCAL("inv", (x, y) -> y.square().neg()),
    /** eˣ. */
    EXP("exp", (x, y) -> y),
    /** eˣ - 1, with all digits near 0. */
    EXPM1("expm1", (x, y) -> x.exp()),
    /** The natural logarithm; -∞ at 0, NaN below. */
    LOG("log", (x, y) -> x.reciprocal()),
    /** log(1 + x), with all digits near 0. */
    LOG1P("log1p", (x, y) -> x.add(1).reciprocal()),
    /** The sine of an angle in radians. */
    SIN("sin", (x, y) -> x.cos()),
    /** The cosine of an angle in radians. */
    COS("cos", (x, y) -> x.sin().neg()),
    /** The tangent of an angle in radians. */
    TAN("tan", (x, y) -> y.square().add(1)),
    /** The angle from -π/2 to π/2 with this sine; NaN outside -1 to 1. */
    ASIN("asin", (x, y) -> circle(x).reciprocal()),
    /** The angle from 0 to π with this cosine; NaN outside -1 to 1. */
    ACOS("acos", (x, y) -> circle(x).reciprocal().neg()),
    /** The angle from -π/2 to π/2 with this tangent. */
    ATAN("atan", (x, y) -> x.square().add(1).reciprocal()),
    /** The hyperbolic sine (eˣ - e⁻ˣ) / 2. */
    SINH("sinh", (x, y) -> x.cosh()),
    /** The hyperbolic cosine (eˣ + e⁻ˣ) / 2. */
    COSH("cosh", (x, y) -> x.sinh()),
    /** The hyperbolic tangent (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ). */
    TANH("tanh", (x, y) -> y.square().neg().add(1)),
    /** The logistic function 1 / (1 + exp(-x)). */
    SIGMOID("sigmoid", (x, y) -> y.mul(y.neg().add(1))),
    /** log(1 + exp(x)) without overflow. */
    SOFTPLUS("softplus", (x, y) -> x.sigmoid()),
    /** max(x, 0); the slope at 0 is 0. */
    RELU("relu", (x, y) -> x.greater(x.like(0))),
    /** |x|; the slope at 0 is 0. */
    ABS("abs", (x, y) -> x.sign()),
    /** -1, 0 or 1; the slope is 0 everywhere. */
    SIGN("sign", null),
    /** The next whole number below; the slope is 0 everywhere. */
    FLOOR("floor", null);

    /** The slope at {@code x}, where the function has the value {@code y}. */
    private interface Slope {
        Var at(Var x, Var y);
    }

    private final String label;
    private final Slope slope;

    Unary(String label, Slope slope) {
        this.label = label;
        this.slope = slope;
    }

    /**
     * √(1 - x²). Near 1 the factors 1 - x and 1 + x have all digits, and the square has not; near 0 the slope of the square
     * has them, and at 1 it is the one that is not 0 times ∞.
     */
    private static Var circle(Var x) {
        Var square = x.square().neg().add(1);
        Var factors = x.neg().add(1).mul(x.add(1));
        Var isBetween = x.abs().sub(0.75).abs().less(x.like(0.25));
        return Var.where(isBetween, factors, square).sqrt();
    }

    /** The name in typed functions, such as {@code tanh}. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
        if (slope == null) {
            return null;
        }
        Var x = new Var(builder, node.input(0));
        Var y = new Var(builder, node);
        return new Var(builder, upstream).chain(slope.at(x, y)).node();
    }

    @Override
    public String formula(List<String> operands) {
        return this == NEG ? "-" + operands.get(0) : Op.super.formula(operands);
    }
}
