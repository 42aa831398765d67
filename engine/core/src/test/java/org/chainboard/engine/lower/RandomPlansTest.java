package org.chainboard.engine.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.backend.Backends;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However plans mix arrays, folds, numbers and updates, the fast backend computes what the definitions say")
class RandomPlansTest {
    private static final int PLANS = 300;

    @Test
    void randomPlansWithGuardedUpdatesAgree() {
        assertThat(RandomPlans.differingWhereGuarded(Backends.named(Backends.JVM), PLANS / 2))
                .isEmpty();
    }

    @Test
    void randomPlansAgree() {
        assertThat(RandomPlans.differing(Backends.named(Backends.JVM), PLANS)).isEmpty();
    }
}
