package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theBarGrowsAndIsWipedOut() {
        AtomicLong clock = new AtomicLong();
        try (Progress bar = new ProgressBar(err, 300, clock::get)) {
            bar.at(100, () -> 0.5);
            assertThat(said()).isEqualTo("\r" + "█".repeat(10) + "░".repeat(20) + " 100 of 300 steps, loss 0.5000");
            bar.at(101, () -> {
                throw new AssertionError("too soon");
            });
            clock.set(1_000_000_000);
            bar.at(300, () -> 0.25);
        }
        assertThat(said()).contains("█".repeat(30) + " 300 of 300").endsWith("\r");
        String wiped = said().substring(said().lastIndexOf('\r', said().length() - 2) + 1, said().length() - 1);
        assertThat(wiped).isBlank().hasSizeGreaterThan(40);
    }

    @Test
    void linesComeAtTheQuarters() {
        try (Progress lines = new ProgressLines(err, 100)) {
            for (int step = 1; step <= 100; step++) {
                lines.at(step, () -> 2);
            }
        }
        assertThat(said().lines())
                .containsExactly(
                        "25 of 100 steps, loss 2.000",
                        "50 of 100 steps, loss 2.000",
                        "75 of 100 steps, loss 2.000",
                        "100 of 100 steps, loss 2.000");
    }
}
