package org.chainboard.engine.graph;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * One application of an {@link Op} in a graph. Nodes are numbered in the order in which they were made, so every input
 * has a smaller number than the node. Made by {@link GraphBuilder} only.
 */
public final class Node {
    private final int id;
    private final Op op;
    private final List<Node> inputs;
    private final Shape shape;
    private final DType dtype;
    private final String scope;
    private final Tensor value;

    Node(int id, Op op, List<Node> inputs, Shape shape, DType dtype, String scope, Tensor value) {
        this.id = id;
        this.op = op;
        this.inputs = inputs;
        this.shape = shape;
        this.dtype = dtype;
        this.scope = scope;
        this.value = value;
    }

    /** Its number, in the order in which nodes were made. */
    public int id() {
        return id;
    }

    /** What it computes. */
    public Op op() {
        return op;
    }

    /** What it is computed from. */
    public List<Node> inputs() {
        return inputs;
    }

    /** Input number {@code index}, from 0. */
    public Node input(int index) {
        return inputs.get(index);
    }

    /** The size of its result. */
    public Shape shape() {
        return shape;
    }

    /** The precision of its result. */
    public DType dtype() {
        return dtype;
    }

    /** The part of the model the node was made for, such as {@code Dense₂}; empty outside any. */
    public String scope() {
        return scope;
    }

    /** Whether the builder evaluates as it goes, so that {@link #value} answers. */
    public boolean hasValue() {
        return value != null;
    }

    /**
     * The numbers, when the builder evaluates as it goes.
     *
     * @throws IllegalStateException in a program that is being compiled: there are no numbers yet
     */
    public Tensor value() {
        if (value == null) {
            throw new IllegalStateException("this function is being compiled into a training step, so it has no numbers"
                    + " yet: it cannot look at a value. Use where, max or abs instead of a Java if.");
        }
        return value;
    }

    /** Whether this is the constant {@code number} (in every element). */
    public boolean isConstant(double number) {
        return op instanceof Source.Constant constant
                && constant.tensor().size() == 1
                && constant.tensor().item() == number;
    }

    /** Its number spread out; nodes are equal only to themselves. */
    @Override
    public int hashCode() {
        return id * 0x9E3779B9;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return "%" + id + " " + Objects.toString(op.label()) + " " + shape;
    }
}
