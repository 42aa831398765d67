package org.chainboard.engine.loss;

import org.chainboard.engine.op.Var;

/** What a row of the table of losses computes. */
@FunctionalInterface
interface Formula {
    /**
     * The loss, a scalar.
     *
     * @param agg how many numbers become one
     * @param number the number of the row that has one, such as γ
     */
    Var of(Var yhat, Var y, Agg agg, double number);
}
