package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.lower.RandomPlans;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "However plans mix arrays, folds, numbers and updates, the steps of the GPU compute what the definitions say")
class StepsRandomPlansTest {
    private static final int PLANS = 300;

    @Test
    void randomPlansAgree() {
        assertThat(RandomPlans.differing(new PlainBackend(Products.builtIn(16)), PLANS))
                .isEmpty();
    }
}
