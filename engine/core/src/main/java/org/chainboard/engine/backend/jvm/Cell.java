package org.chainboard.engine.backend.jvm;

import java.util.List;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** One value of a program as this backend computes it; compared by identity. */
final class Cell {
    /** How the value comes about. */
    sealed interface Kind {}

    /** The present numbers of a variable. */
    record Held(Variable variable) implements Kind {}

    /** Numbers that never change. */
    record Fixed(Tensor tensor) implements Kind {}

    /** Element by element, or folded to one number. */
    record Element(Code code) implements Kind {}

    /** A matrix product; a third input is added to each of its rows. */
    record Multiply(Product product) implements Kind {}

    /** Seen as {@code rows} times {@code columns}. */
    record Matrix(MatrixCode code, int rows, int columns) implements Kind {}

    /** Entries along the last axis, picked from rows of {@code length}. */
    record Gather(int rows, int length, int count) implements Kind {}

    /** By the loop that defines the op. */
    record Defined(Node node) implements Kind {}

    /** What is done to a matrix. */
    enum MatrixCode {
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

    Cell(Kind kind, int size, Cell... inputs) {
        this.kind = kind;
        this.inputs = List.of(inputs);
        this.size = size;
    }

    Kind kind() {
        return kind;
    }

    List<Cell> inputs() {
        return inputs;
    }

    Cell input(int index) {
        return inputs.get(index);
    }

    /** How many numbers it holds. */
    int size() {
        return size;
    }

    boolean is(Code code) {
        return kind instanceof Element element && element.code == code;
    }

    boolean folds() {
        return kind instanceof Element element && element.code.reduces();
    }

    /** Whether it is the single constant {@code number}. */
    boolean isNumber(double number) {
        return kind instanceof Fixed fixed
                && fixed.tensor.size() == 1
                && fixed.tensor.toDoubles()[0] == number;
    }

    /** Over how many elements its loop goes. */
    int extent() {
        return folds() ? inputs.get(0).size : size;
    }
}
