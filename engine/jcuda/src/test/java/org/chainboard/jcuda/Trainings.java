package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.network.Layers;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.engine.train.TrainingSettings;

/** Small trainings, made anew each time so that every one begins the same. */
final class Trainings {
    /** Three whole batches of 32 and a smaller one of 5. */
    private static final int SAMPLES = 101;

    private Trainings() {}

    /** Points of the plane; the answer is the sign of their product. */
    private static TrainingData data() {
        Random random = new Random(7);
        double[] x = random.doubles(2 * SAMPLES, -1, 1).toArray();
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            y[i] = Math.signum(x[i] * x[SAMPLES + i]);
        }
        Tensor points = Tensor.of(Shape.of(2, SAMPLES), DType.F64, x);
        Tensor answers = Tensor.of(Shape.of(1, SAMPLES), DType.F64, y);
        return new TrainingData(points, answers, points, answers, false);
    }

    /** A training of the layers with these texts, one after the other. */
    static TrainingProgram of(UpdateRule rule, DType dtype, String... layers) {
        Layer model = Layers.of("Chain(" + String.join(", ", layers) + ")", dtype, 1);
        TrainingSettings settings = new TrainingSettings(Loss.MSE, rule, Map.of(), 32, 5, dtype);
        Learner learner = Learner.of(model);
        return new TrainingProgram(learner, data(), settings, data().x());
    }

    /** The loss and the norms of every step, then the numbers of the model: its judgement, answers and parameters. */
    static double[] story(TrainingProgram program, Backend backend, int steps) {
        List<Double> story = new ArrayList<>();
        try (TrainingRun run = new TrainingRun(program, backend)) {
            for (int done = 0; done < steps; done += 5) {
                run.advance(5);
                story.add(run.curves().loss().newest());
                run.curves().norms().forEach(norm -> story.add(norm.newest()));
            }
            if (run.step() != steps) {
                throw new AssertionError(run.failure());
            }
            story.add(run.judge().testLoss());
            addAll(story, run.predictions());
            run.parameters().values().forEach(value -> addAll(story, value));
        }
        return story.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The plans of a training, the step with a whole batch first. */
    static List<Plan> plans(TrainingProgram program) {
        List<Plan> plans = new ArrayList<>();
        Backend looking = new Backend() {
            @Override
            public String name() {
                return "looking";
            }

            @Override
            public Executable bind(List<Plan> bound) {
                plans.addAll(bound);
                return new ReferenceBackend().bind(bound);
            }
        };
        new TrainingRun(program, looking).close();
        return plans;
    }

    private static void addAll(List<Double> story, Tensor tensor) {
        for (double number : tensor.toDoubles()) {
            story.add(number);
        }
    }
}
