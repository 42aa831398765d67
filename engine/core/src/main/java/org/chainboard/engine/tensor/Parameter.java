package org.chainboard.engine.tensor;

/** A variable that training changes: a weight matrix, a bias, a letter in a typed function. */
public final class Parameter extends Variable {
    /** A parameter that holds {@code value}; parameters of one name are different parameters. */
    public Parameter(String name, Tensor value) {
        super(name, value);
    }
}
