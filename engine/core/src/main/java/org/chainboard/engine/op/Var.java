package org.chainboard.engine.op;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * A number, vector or matrix that remembers how it was computed: a node together with the builder that continues the
 * graph. Functions, layers, losses and optimisers are written with these methods.
 *
 * <p>Element-wise methods stretch their operands to a common size first (see {@link Shape#broadcast}); a plain Java
 * number takes the other operand's type. All throw {@link org.chainboard.engine.tensor.ShapeException} when sizes do not
 * go together.
 */
public record Var(GraphBuilder builder, Node node) {

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

    public Shape shape() {
        return node.shape();
    }

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

    private Var apply(Op op, Var... others) {
        Node[] inputs = new Node[others.length + 1];
        inputs[0] = node;
        for (int i = 0; i < others.length; i++) {
            inputs[i + 1] = others[i].node;
        }
        return new Var(builder, builder.apply(op, inputs));
    }

    private Var pair(Binary op, Var other) {
        Shape common = Shape.broadcast(shape(), other.shape());
        return expand(common).apply(op, other.expand(common));
    }

    // ---- arithmetic

    public Var add(Var other) {
        return pair(Binary.ADD, other);
    }

    public Var add(double number) {
        return add(like(number));
    }

    public Var sub(Var other) {
        return pair(Binary.SUB, other);
    }

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
        return pair(Binary.MUL, other);
    }

    public Var mul(double number) {
        return mul(like(number));
    }

    public Var div(Var other) {
        return pair(Binary.DIV, other);
    }

    public Var div(double number) {
        return div(like(number));
    }

    public Var pow(Var exponent) {
        return pair(Binary.POW, exponent);
    }

    public Var pow(double exponent) {
        return pow(like(exponent));
    }

    public Var neg() {
        return apply(Unary.NEG);
    }

    /** Any function of the table {@link Unary}. */
    public Var apply(Unary function) {
        return apply((Op) function);
    }

    public Var square() {
        return apply(Unary.SQUARE);
    }

    public Var sqrt() {
        return apply(Unary.SQRT);
    }

    public Var reciprocal() {
        return apply(Unary.RECIPROCAL);
    }

    public Var exp() {
        return apply(Unary.EXP);
    }

    public Var log() {
        return apply(Unary.LOG);
    }

    public Var sin() {
        return apply(Unary.SIN);
    }

    public Var cos() {
        return apply(Unary.COS);
    }

    public Var sinh() {
        return apply(Unary.SINH);
    }

    public Var cosh() {
        return apply(Unary.COSH);
    }

    public Var tanh() {
        return apply(Unary.TANH);
    }

    public Var sigmoid() {
        return apply(Unary.SIGMOID);
    }

    public Var softplus() {
        return apply(Unary.SOFTPLUS);
    }

    public Var relu() {
        return apply(Unary.RELU);
    }

    public Var abs() {
        return apply(Unary.ABS);
    }

    public Var sign() {
        return apply(Unary.SIGN);
    }

    public Var max(Var other) {
        return pair(Binary.MAX, other);
    }

    public Var min(Var other) {
        return pair(Binary.MIN, other);
    }

    /** 1 where this is greater than {@code other}, else 0. */
    public Var greater(Var other) {
        return pair(Binary.GREATER, other);
    }

    /** 1 where this equals {@code other}, else 0. */
    public Var equalTo(Var other) {
        return pair(Binary.EQUAL, other);
    }

    /** Element by element, {@code yes} where {@code condition} is not 0, else {@code no}. */
    public static Var where(Var condition, Var yes, Var no) {
        Shape common = Shape.broadcast(condition.shape(), Shape.broadcast(yes.shape(), no.shape()));
        return condition.expand(common).apply(new Where(), yes.expand(common), no.expand(common));
    }

    // ---- sizes

    /** Repeats up to {@code target}; see {@link ExpandTo}. */
    public Var expand(Shape target) {
        return shape().equals(target) ? this : apply(new ExpandTo(target));
    }

    /** Adds up down to {@code target}; see {@link SumTo}. */
    public Var sumTo(Shape target) {
        return shape().equals(target) ? this : apply(new SumTo(target));
    }

    /** The largest, down to {@code target}; see {@link MaxTo}. */
    public Var maxTo(Shape target) {
        return shape().equals(target) ? this : apply(new MaxTo(target));
    }

    /** The sum of all elements, a scalar. */
    public Var sum() {
        return sumTo(Shape.scalar());
    }

    /** The sums along {@code axes}, which stay with size 1. */
    public Var sumKept(int... axes) {
        return sumTo(kept(axes));
    }

    /** The largest along {@code axes}, which stay with size 1. */
    public Var maxKept(int... axes) {
        return maxTo(kept(axes));
    }

    /** The sums along {@code axes}, which go. */
    public Var sum(int... axes) {
        return axes.length == 0 ? sum() : sumKept(axes).reshape(dropped(axes));
    }

    /** The mean of all elements, a scalar. */
    public Var mean() {
        return sum().div(Math.max(1, shape().size()));
    }

    private Shape kept(int... axes) {
        Shape kept = shape();
        for (int axis : axes) {
            kept = kept.with(axis, 1);
        }
        return kept;
    }

    private Shape dropped(int... axes) {
        Set<Integer> descending = new TreeSet<>(Collections.reverseOrder());
        Arrays.stream(axes).forEach(descending::add);
        Shape shape = shape();
        for (int axis : descending) {
            shape = shape.without(axis);
        }
        return shape;
    }

    public Var reshape(Shape target) {
        return shape().equals(target) ? this : apply(new Reshape(target));
    }

    /** Reorders the axes; see {@link Permute}. */
    public Var permute(int... order) {
        return apply(new Permute(order));
    }

    /** The transpose of a matrix. */
    public Var transpose() {
        return permute(1, 0);
    }

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

    /** Picks entries along the last axis; see {@link Take}. */
    public Var take(Var index) {
        return apply(new Take(), index);
    }

    /** Adds entries into zeros along the last axis; see {@link PutAdd}. */
    public Var putAdd(Var index, int length) {
        return apply(new PutAdd(length), index);
    }
}
