package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * Functions of two numbers, element by element on arrays of one size ({@link Var} stretches them first): one row each
 * with the slope along the first input {@code a} and the second {@code b}, where {@code y} is the result.
 */
public enum Binary implements Op {
    /** a + b. */
    ADD("add", "+", (a, b, y) -> y.like(1), (a, b, y) -> y.like(1)),
    /** a - b. */
    SUB("sub", "-", (a, b, y) -> y.like(1), (a, b, y) -> y.like(-1)),
    /** a b, element by element. */
    MUL("mul", "*", (a, b, y) -> b, (a, b, y) -> a),
    /** a / b. */
    DIV("div", "/", (a, b, y) -> b.reciprocal(), (a, b, y) -> y.div(b).neg()),
    /** a^b; x^0 has slope 0 everywhere, and the slope along b is taken as 0 where a is 0. */
    POW("pow", "^", Binary::powerSlope, Binary::exponentSlope),
    /** The larger; where both are equal each has half the slope, so max(x, x) has slope 1. */
    MAX("max", null, (a, b, y) -> share(a.greater(b), a, b), (a, b, y) -> share(b.greater(a), a, b)),
    /** The smaller; ties as in max. */
    MIN("min", null, (a, b, y) -> share(b.greater(a), a, b), (a, b, y) -> share(a.greater(b), a, b)),
    /**
     * The angle of the point (b, a), from -π to π: atan2(a, b) where a is the height. At (0, 0) all slopes are taken as 0.
     */
    ATAN2(
            "atan2",
            null,
            (a, b, y) -> overSquare(b, a, b),
            (a, b, y) -> overSquare(a, a, b).neg()),
    /** √(a² + b²) without overflow; at (0, 0) all slopes are taken as 0. */
    HYPOT("hypot", null, (a, b, y) -> over(a, y), (a, b, y) -> over(b, y)),
    /** log(exp(a) + exp(b)) without overflow. */
    LOGADDEXP(
            "logaddexp",
            null,
            (a, b, y) -> distance(a, b).sigmoid(),
            (a, b, y) -> distance(b, a).sigmoid()),
    /**
     * What reaches an input of a function: a, what reaches the function's result, times its slope b; where nothing
     * reaches the result nothing comes through, even where the slope is not finite. So a branch of {@link Where} that is
     * not taken leaks nothing. Derivatives use it; everything else multiplies.
     */
    CHAIN("chain", "*", (a, b, y) -> b, (a, b, y) -> a),
    /** 1 where a > b, else 0. */
    GREATER("greater", ">", null, null),
    /** 1 where a equals b, else 0. */
    EQUAL("equal", "==", null, null);

    /** The slope of the result along one input. */
    private interface Slope {
        Var at(Var a, Var b, Var y);
    }

    private final String label;
    private final String sign;
    private final List<Slope> slopes;

    Binary(String label, String sign, Slope first, Slope second) {
        this.label = label;
        this.sign = sign;
        this.slopes = first == null ? List.of() : List.of(first, second);
    }

    private static Var share(Var wins, Var a, Var b) {
        return wins.add(a.equalTo(b).mul(0.5));
    }

    /** b a^(b-1), save where that is 0 times ∞. */
    private static Var powerSlope(Var a, Var b, Var y) {
        Var zero = a.equalTo(a.like(0)).mul(b.equalTo(b.like(0)));
        Var lower = Var.where(zero, b.like(1), b.sub(1));
        return b.mul(a.pow(lower));
    }

    private static Var exponentSlope(Var a, Var b, Var y) {
        Var zero = a.equalTo(a.like(0));
        return Var.where(zero, a.like(0), y).mul(Var.where(zero, a.like(1), a).log());
    }

    /** part / whole, and 0 where the whole is 0. */
    private static Var over(Var part, Var whole) {
        Var zero = whole.equalTo(whole.like(0));
        return Var.where(zero, whole.like(0), part.div(Var.where(zero, whole.like(1), whole)));
    }

    /** part / (a² + b²), and 0 where both are 0; the square itself could overflow. */
    private static Var overSquare(Var part, Var a, Var b) {
        Var length = a.hypot(b);
        return over(over(part, length), length);
    }

    /** a - b, and 0 where both are the same infinity. */
    private static Var distance(Var a, Var b) {
        Var infinite = a.abs().equalTo(a.like(Double.POSITIVE_INFINITY));
        return Var.where(infinite.mul(a.equalTo(b)), a.like(0), a.sub(b));
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (!inputs.get(0).equals(inputs.get(1))) {
            throw new ShapeException(
                    label + " needs two arrays of one size, got " + inputs.get(0) + " and " + inputs.get(1));
        }
        return inputs.get(0);
    }

    @Override
    public Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
        if (slopes.isEmpty()) {
            return null;
        }
        Var a = new Var(builder, node.input(0));
        Var b = new Var(builder, node.input(1));
        Var slope = slopes.get(input).at(a, b, new Var(builder, node));
        Var arrives = new Var(builder, upstream);
        boolean ofSlope = this == CHAIN && input == 1;
        return (ofSlope ? knowable(arrives, a) : arrives).chain(slope).node();
    }

    /**
     * What reaches the slope of a {@link #CHAIN} that {@code a} came to. Where that was 0 the result is 0 whatever the slope:
     * infinite or NaN, it must not come through; a number may, since {@code a} may be 0 by chance.
     */
    private static Var knowable(Var arrives, Var a) {
        Var zero = a.like(0);
        Var finite = arrives.mul(0).equalTo(zero);
        return Var.where(a.equalTo(zero), Var.where(finite, arrives, zero), arrives);
    }

    @Override
    public String formula(List<String> operands) {
        return sign == null ? Op.super.formula(operands) : "(" + String.join(" " + sign + " ", operands) + ")";
    }
}
