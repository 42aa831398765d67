package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.OptimiserChain;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.train.TrainingProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings, as the steps into which plans are turned say it. */
class StepsTrainingTest {
    private static final int STEPS = 10;

    private static double[] followed(TrainingProgram program) {
        return Trainings.story(program, new ReferenceBackend(), STEPS);
    }

    private static double[] story(TrainingProgram program) {
        return Trainings.story(program, new PlainBackend(Products.builtIn(16)), STEPS);
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void everyOptimiserFollowsTheReference(Optimiser optimiser) {
        UpdateRule rule = OptimiserChain.of("OptimiserChain(WeightDecay(), " + optimiser.text() + ")");
        String[] layers = {"Dense(2 => 8, tanh)", "Dense(8 => 1)"};

        assertThat(story(Trainings.of(rule, DType.F64, layers)))
                .containsExactly(followed(Trainings.of(rule, DType.F64, layers)), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dense(8 => 8, relu)",
                "Dropout(0.3)",
                "BatchNorm(8)",
                "LayerNorm(8)",
                "SkipConnection(Dense(8 => 8, σ), +)",
                "Maxout(Dense(8 => 8), Dense(8 => 8))",
            })
    void everyKindOfLayerFollowsTheReference(String layer) {
        String[] layers = {"Dense(2 => 8, tanh)", layer, "Dense(8 => 1)"};

        assertThat(story(Trainings.of(Optimiser.ADAM, DType.F64, layers)))
                .containsExactly(followed(Trainings.of(Optimiser.ADAM, DType.F64, layers)), within(1e-9));
    }

    @Test
    void productsByCublasFollowTheReference() {
        String[] layers = {"Dense(2 => 8, tanh)", "Dense(8 => 8, tanh, bias = false)", "Dense(8 => 1)"};
        double[] story = Trainings.story(
                Trainings.of(Optimiser.ADAM, DType.F64, layers), new PlainBackend(Products::cublas), STEPS);

        assertThat(story).containsExactly(followed(Trainings.of(Optimiser.ADAM, DType.F64, layers)), within(1e-9));
    }

    /** Larger than what is copied rather than computed again. */
    @Test
    void parametersThatAreChangedInPlaceFollowTheReference() {
        String[] layers = {"Dense(2 => 200, tanh)", "Dense(200 => 200, tanh)", "Dense(200 => 1)"};

        assertThat(story(Trainings.of(Optimiser.ADAM, DType.F64, layers)))
                .containsExactly(followed(Trainings.of(Optimiser.ADAM, DType.F64, layers)), within(1e-9));
    }

    private static List<Step> steps(Products products) {
        TrainingProgram program = Trainings.of(Optimiser.ADAM, DType.F32, "Dense(2 => 8, tanh)", "Dense(8 => 1)");
        Plan whole = Trainings.plans(program).get(0);
        return new GpuPlan(whole, new Layout(), new Tables(), products).steps();
    }

    @Test
    void aStepOfASmallNetworkTakesFewLaunches() {
        assertThat(steps(Products.builtIn(16))).hasSizeLessThanOrEqualTo(22);
    }

    /** Two more are for what is added to rows before a product. */
    @Test
    void afterCublasOneLaunchLooksAtTwoProducts() {
        assertThat(steps(Products::cublas)).hasSizeLessThanOrEqualTo(22 + 2 + 2);
    }
}
