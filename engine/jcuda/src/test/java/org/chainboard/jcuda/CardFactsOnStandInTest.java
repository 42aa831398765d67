package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a card for measurements. */
class CardFactsOnStandInTest {
    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
    }

    @AfterEach
    void reset() {
        standIn.reset();
    }

    @Test
    void theCardIsToldByItsName() {
        standIn.set("name", "Card of a test");

        assertThat(CardFacts.measure().name()).isEqualTo("Card of a test");
    }

    @Test
    void startingTakesTime() {
        assertThat(CardFacts.measure()).matches(facts -> facts.kernelStart() > 0 && facts.graphStart() > 0);
    }

    @Test
    void nothingOfTheCardIsKept() {
        CardFacts.measure();

        assertThat(standIn.figure(StandIn.Figure.ARRAYS)).isZero();
    }

    @Test
    void aStepStartsSeveralKernels() {
        Plan step = Trainings.plans(Trainings.of(Optimiser.DESCENT, DType.F32, "Dense(2 => 1)"))
                .get(0);
        CardFacts card = CardFacts.measure();

        assertThat(card.starts(step, false)).isGreaterThan(1);
    }
}
