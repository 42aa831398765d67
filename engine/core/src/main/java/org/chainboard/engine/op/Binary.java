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
    ADD("add", "+", (a, b, y) -> y.like(1), (a, b, y) -> y.like(1)),
    SUB("sub", "-", (a, b, y) -> y.like(1), (a, b, y) -> y.like(-1)),
    MUL("mul", "*", (a, b, y) -> b, (a, b, y) -> a),
    DIV("div", "/", (a, b, y) -> b.reciprocal(), (a, b, y) -> y.div(b).neg()),
    /** a^b; x^0 has slope 0 everywhere, and the slope along b is taken as 0 where a is 0. */
    POW("pow", "^", Binary::powerSlope, Binary::exponentSlope),
    /** The larger; where both are equal each has half the slope, so max(x, x) has slope 1. */
    MAX("max", null, (a, b, y) -> share(a.greater(b), a, b), (a, b, y) -> share(b.greater(a), a, b)),
    /** The smaller; ties as in max. */
    MIN("min", null, (a, b, y) -> share(b.greater(a), a, b), (a, b, y) -> share(a.greater(b), a, b)),
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

    private static Var powerSlope(Var a, Var b, Var y) {
        Var zero = b.equalTo(b.like(0));
        Var lower = Var.where(zero, b.like(1), b.sub(1));
        return b.mul(a.pow(lower));
    }

    private static Var exponentSlope(Var a, Var b, Var y) {
        Var zero = a.equalTo(a.like(0));
        return y.mul(Var.where(zero, a.like(1), a).log());
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
        return slope.mul(new Var(builder, upstream)).node();
    }

    @Override
    public String formula(List<String> operands) {
        return sign == null ? Op.super.formula(operands) : "(" + String.join(" " + sign + " ", operands) + ")";
    }
}
