package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesLogTest {
    @Test
    void fewNumbersAreKeptAsTheyCame() {
        SeriesLog log = new SeriesLog("loss");
        log.add(0, 3);
        log.add(1, 2);
        assertThat(log.curve().last()).containsExactly(3, 2);
    }

    @Test
    void aSpikeInAMillionStepsIsStillThere() {
        SeriesLog log = new SeriesLog("loss");
        for (int step = 0; step < 1_000_000; step++) {
            log.add(step, step == 123_456 ? 99 : 1);
        }
        Curve curve = log.curve();
        assertThat(Arrays.stream(curve.max()).max()).hasValue(99);
        assertThat(curve.size()).isLessThanOrEqualTo(1024);
        assertThat(curve.steps()[curve.size() - 1]).isEqualTo(999_999);
        assertThat(curve.steps()).isSorted();
    }
}
