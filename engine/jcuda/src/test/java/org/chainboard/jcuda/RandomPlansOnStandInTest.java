package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.lower.RandomPlans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However plans mix arrays, folds, numbers and updates, the kernels compute what the definitions say")
class RandomPlansOnStandInTest {
    private static final int PLANS = 100;

    private final JCudaBackend backend = new JCudaBackend(false, true);
    private StandIn standIn;
    private HeldKernels held;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        standIn.set("order", "reversed");
        held = new HeldKernels(backend);
    }

    @AfterEach
    void giveBack() {
        if (held != null) {
            held.close();
            standIn.reset();
        }
    }

    @Test
    void randomPlansAgree() {
        assertThat(RandomPlans.differing(backend, PLANS)).isEmpty();
    }
}
