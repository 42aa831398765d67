package org.chainboard.engine.lower;

import java.util.List;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** One value of a program as a backend computes it; compared by identity. */
public final class Cell {
    /** How the value comes about. */
    public sealed interface Kind {}

    /** The present numbers of a variable. */
    public record Held(Variable variable) implements Kind {}

    /** Numbers that never change. */
    public record Fixed(Tensor tensor) implements Kind {}

    /** Element by element, or folded to one number. */
    public record Element(Code code) implements Kind {}

    /**
     * A matrix product; a third input is added to each of its rows.
     *
     * @param arriving which factors are such that terms in which they are 0 are left out
     */
    public record Multiply(Product product, MatMul.Arriving arriving) implements Kind {
        /** Whether terms are left out, so that it is more than an ordinary product. */
        public boolean leavesOut() {
            return arriving != MatMul.Arriving.NONE;
        }
    }

    /** Seen as {@code rows} times {@code columns}. */
    public record Matrix(MatrixCode code, int rows, int columns) implements Kind {}

    /** Entries along the last axis, picked from rows of {@code length}. */
    public record Gather(int rows, int length, int count) implements Kind {}

    /** By the loop that defines the op. */
    public record Defined(Node node) implements Kind {}

    /** What is done to a matrix. */
    public enum MatrixCode {
        /** Row i is filled with the number i. */
        FILL_ROWS,
        /** Every row is the same. */
        REPEAT_ROWS,
        ROW_SUMS,
        COLUMN_SUMS,
        COLUMN_MAXIMA
    }

    private final Kind kind;
    private final List<Cell> inputs;
    private final int size;

    /** A value of {@code size} numbers that comes about so, from {@code inputs}. */
    public Cell(Kind kind, int size, Cell... inputs) {
        this.kind = kind;
        this.inputs = List.of(inputs);
        this.size = size;
    }

    /** How it comes about. */
    public Kind kind() {
        return kind;
    }

    /** What it is computed from. */
    public List<Cell> inputs() {
        return inputs;
    }

    /** One of the inputs, from 0. */
    public Cell input(int index) {
        return inputs.get(index);
    }

    /** How many numbers it holds. */
    public int size() {
        return size;
    }

    /** Whether it is element-wise work of this kind. */
    public boolean is(Code code) {
        return kind instanceof Element element && element.code == code;
    }

    /** Whether it folds its elements to one number. */
    public boolean folds() {
        return kind instanceof Element element && element.code.reduces();
    }

    /** Whether it is the single constant {@code number}. */
    public boolean isNumber(double number) {
        return kind instanceof Fixed fixed
                && fixed.tensor.size() == 1
                && fixed.tensor.toDoubles()[0] == number;
    }

    /** Over how many elements its loop goes. */
    public int extent() {
        return folds() ? inputs.get(0).size : size;
    }
}
