package org.chainboard.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseClockTest {
    private final PulseClock clock = new PulseClock();
    private final List<String> seen = new ArrayList<>();

    @Test
    void callsEveryListenerOncePerTickInOrder() {
        clock.onPulse(now -> seen.add("a" + now));
        clock.onPulse(now -> seen.add("b" + now));

        clock.tick(1);
        clock.tick(2);

        assertThat(seen).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    void stopsCallingWhoUnsubscribedEvenDuringATick() {
        var first = clock.onPulse(now -> seen.add("first"));
        clock.onPulse(now -> first.unsubscribe());

        clock.tick(1);
        clock.tick(2);

        assertThat(seen).containsExactly("first");
    }
}
