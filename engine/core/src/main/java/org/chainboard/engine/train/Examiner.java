package org.chainboard.engine.train;

import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;

/** Asks the model of a program how good it is, and what it answers. */
final class Examiner {
    private final TrainingProgram program;
    private final Executable executable;

    Examiner(TrainingProgram program, Executable executable) {
        this.program = program;
        this.executable = executable;
    }

    /** Computes loss and accuracy over whole parts. */
    TrainingRun.Judgement judge() {
        double[] training = scalars(program.judgeTraining());
        double[] test =
                program.judgeTest() == null ? new double[] {Double.NaN, Double.NaN} : scalars(program.judgeTest());
        return new TrainingRun.Judgement(training[0], accuracy(training), test[0], accuracy(test));
    }

    private static double accuracy(double[] scalars) {
        return scalars.length > 1 ? scalars[1] : Double.NaN;
    }

    private double[] scalars(Plan plan) {
        double[] values = new double[plan.scalars().size()];
        executable.run(plan, 1, values);
        return values;
    }

    /** The answers to the inputs watched by the program, outputs x inputs; null when it watches none. */
    Tensor predictions() {
        if (program.predict() == null) {
            return null;
        }
        scalars(program.predict());
        return executable.output(program.predict(), TrainingProgram.PREDICTION);
    }
}
