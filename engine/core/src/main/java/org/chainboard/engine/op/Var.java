package org.chainboard.engine.op;

import java.util.function.Supplier;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * A number, vector, matrix or larger array that remembers how it was computed: a node together with the builder that
 * continues the graph. Functions, layers, losses and optimisers are written with these methods.
 *
 * <p>Element-wise methods stretch their operands to a common size first (see {@link Shape#broadcast}); a plain Java
 * number takes the other operand's type. All throw {@link ShapeException} when sizes do not go together.
 */
public record Var(GraphBuilder builder, Node node) implements Functions, Reductions, Arranging {

    /** The constant {@code tensor} as a start of a computation in {@code builder}. */
    public static Var constant(GraphBuilder builder, Tensor tensor) {
        return new Var(builder, builder.constant(tensor));
    }

    /** The present numbers of {@code variable} in {@code builder}. */
    public static Var read(GraphBuilder builder, Variable variable) {
        return new Var(builder, builder.read(variable));
    }

    /** The present numbers of {@code variable} in the graph of this value. */
    public Var read(Variable variable) {
        return read(builder, variable);
    }

    /** A scalar constant of this value's number type. */
    public Var like(double number) {
        return constant(builder, Tensor.of(Shape.scalar(), dtype(), number));
    }

    /** A constant array of this value's number type. */
    public Var constant(Tensor tensor) {
        return constant(builder, tensor.cast(dtype()));
    }

    /** The size. */
    public Shape shape() {
        return node.shape();
    }

    /** The precision. */
    public DType dtype() {
        return node.dtype();
    }

    /** The numbers, where the graph is evaluated as it is made; see {@link Node#value}. */
    public Tensor value() {
        return node.value();
    }

    /** The only number, where the graph is evaluated as it is made. */
    public double item() {
        return node.value().item();
    }

    /** Runs {@code body}; what it computes is marked as belonging to {@code scope}. */
    public Var in(String scope, Supplier<Var> body) {
        return builder.in(scope, body);
    }

    /** Applies any op to this and {@code others} as they are; see {@link Op#shape} for what sizes it takes. */
    @Override
    public Var apply(Op op, Var... others) {
        Node[] inputs = new Node[others.length + 1];
        inputs[0] = node;
        for (int i = 0; i < others.length; i++) {
            inputs[i + 1] = others[i].node;
        }
        return new Var(builder, builder.apply(op, inputs));
    }

    @Override
    public Var apply(Unary function) {
        return apply((Op) function);
    }

    @Override
    public Var apply(Binary function, Var other) {
        Shape common = Shape.broadcast(shape(), other.shape());
        return expand(common).apply((Op) function, other.expand(common));
    }

    // ---- arithmetic

    /** The sum, element by element. */
    public Var add(Var other) {
        return apply(Binary.ADD, other);
    }

    /** The sum with one number. */
    public Var add(double number) {
        return add(like(number));
    }

    /** The difference, element by element. */
    public Var sub(Var other) {
        return apply(Binary.SUB, other);
    }

    /** This less one number. */
    public Var sub(double number) {
        return sub(like(number));
    }

    /** The element-wise product. Multiplying by the constant 1 adds nothing to the graph. */
    public Var mul(Var other) {
        if (other.node.isConstant(1) && Shape.broadcast(shape(), other.shape()).equals(shape())) {
            return this;
        }
        if (node.isConstant(1)) {
            return other.expand(Shape.broadcast(shape(), other.shape()));
        }
        return apply(Binary.MUL, other);
    }

    /** Every number times one number. */
    public Var mul(double number) {
        return mul(like(number));
    }

    /** The quotient, element by element; a number over 0 is infinite, 0 over 0 is NaN. */
    public Var div(Var other) {
        return apply(Binary.DIV, other);
    }

    /** Every number over one number. */
    public Var div(double number) {
        return div(like(number));
    }

    /** This to the power of {@code exponent}; x^0 is 1 and has slope 0 everywhere. */
    public Var pow(Var exponent) {
        return apply(Binary.POW, exponent);
    }

    /** As {@link #pow(Var)}, with one exponent for all. */
    public Var pow(double exponent) {
        return pow(like(exponent));
    }

    /** Every number with the other sign. */
    public Var neg() {
        return apply(Unary.NEG);
    }

    /**
     * What comes through a function with this {@code slope} when this is what reaches its result; see {@link
     * Binary#CHAIN}. Where the slope is finite for certain, a plain product.
     */
    Var chain(Var slope) {
        Op op = slope.node.op();
        boolean finite = op == Binary.GREATER || op == Binary.EQUAL || isFiniteNumber(op);
        return finite || node.isConstant(1) ? slope.mul(this) : apply(Binary.CHAIN, slope);
    }

    private static boolean isFiniteNumber(Op op) {
        return op instanceof Source.Constant constant
                && constant.tensor().size() == 1
                && constant.tensor().isFinite();
    }

    /** Element by element, {@code yes} where {@code condition} is not 0, else {@code no}. */
    public static Var where(Var condition, Var yes, Var no) {
        Shape common = Shape.broadcast(condition.shape(), Shape.broadcast(yes.shape(), no.shape()));
        return condition.expand(common).apply(new Where(), yes.expand(common), no.expand(common));
    }

    // ---- products of arrays

    /** The matrix product; a vector on the right stands for a column and the result is then a vector. */
    public Var matmul(Var other) {
        if (shape().rank() == 2 && other.shape().rank() == 1) {
            Var column = matmul(other.reshape(Shape.of(other.shape().size(), 1)), false, false);
            return column.reshape(Shape.of(column.shape().dim(0)));
        }
        return matmul(other, false, false);
    }

    /** The matrix product, with either factor read as its transpose. */
    public Var matmul(Var other, boolean thisTransposed, boolean otherTransposed) {
        return apply(new MatMul(thisTransposed, otherTransposed), other);
    }

    /** The sum of the products of two arrays of one size, a scalar. */
    public Var dot(Var other) {
        if (!shape().equals(other.shape())) {
            throw new ShapeException("dot needs two arrays of one size, got " + shape() + " and " + other.shape());
        }
        return mul(other).sum();
    }

    /** Every number of this vector, the rows, times every number of {@code other}, the columns. */
    public Var outer(Var other) {
        if (shape().rank() != 1 || other.shape().rank() != 1) {
            throw new ShapeException("outer needs two vectors, got sizes " + shape() + " and " + other.shape());
        }
        Var column = reshape(Shape.of(shape().size(), 1));
        return column.mul(other.reshape(Shape.of(1, other.shape().size())));
    }

    /** Arrays one after the other along {@code axis}; see {@link Concat}. */
    public static Var concat(int axis, Var first, Var... others) {
        return Arranging.concat(axis, first, others);
    }

    /** Arrays of one size next to each other along a new axis, which becomes number {@code axis}. */
    public static Var stack(int axis, Var first, Var... others) {
        return Arranging.stack(axis, first, others);
    }
}
