package org.chainboard.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;

/** Loss and, for classes, accuracy over a whole part of the data, as a plan. */
record Judge(Learner learner, LossFunction loss, boolean classes) {
    /** Inputs and targets. */
    interface Part {
        Var[] of(GraphBuilder builder);
    }

    Plan plan(Part part) {
        GraphBuilder builder = new GraphBuilder();
        Var[] pair = part.of(builder);
        Var answers = learner.model().apply(pair[0], Mode.TEST);
        Var targets = learner.target() == null ? pair[1] : learner.target().apply(pair[0], Mode.TEST);
        Map<String, Node> outputs = new LinkedHashMap<>();
        outputs.put("loss", loss.apply(answers, targets).node());
        if (classes) {
            outputs.put("accuracy", accuracy(answers, targets).node());
        }
        return Planner.plan(builder.build(outputs, Map.of()));
    }

    /**
     * The share of samples whose largest answer stands in the row of their class; with a single row, whose answer is on
     * the same side of the middle as the target. Both arrays are outputs x samples.
     */
    private Var accuracy(Var answers, Var targets) {
        if (answers.shape().dim(0) == 1) {
            Var middle = answers.like(loss.middle());
            Var yes = targets.greater(targets.like(0.5));
            return answers.greater(middle).equalTo(yes).mean();
        }
        Var ofTheClass = answers.mul(targets).sumKept(0);
        return ofTheClass.equalTo(answers.maxKept(0)).mean();
    }
}
