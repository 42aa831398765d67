package org.chainboard.engine.train;

import org.chainboard.engine.op.Var;

/** How many samples are classified right, as graph. */
final class Classified {
    private Classified() {}

    /**
     * The share of samples whose largest answer stands in the row of their class; with a single row, whose answer is on
     * the same side of one half as the target. Both arrays are outputs x samples.
     */
    static Var accuracy(Var answers, Var targets) {
        if (answers.shape().dim(0) == 1) {
            Var half = answers.like(0.5);
            return answers.greater(half).equalTo(targets.greater(half)).mean();
        }
        Var ofTheClass = answers.mul(targets).sumKept(0);
        return ofTheClass.equalTo(answers.maxKept(0)).mean();
    }
}
