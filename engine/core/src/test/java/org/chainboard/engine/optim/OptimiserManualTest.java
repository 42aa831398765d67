package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual's tables have every row of the tables in the program, with its numbers. */
class OptimiserManualTest {
    private static String page() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (Files.notExists(here.resolve("docs/manual/optimisers.md"))) {
            here = here.getParent();
        }
        return Files.readString(here.resolve("docs/manual/optimisers.md"), StandardCharsets.UTF_8);
    }

    private static String row(LinkKind kind) {
        return "| `" + kind.text() + "` | "
                + kind.numbers().stream()
                        .map(hyper -> hyper.name() + " " + ChainText.number(hyper.usual()))
                        .collect(Collectors.joining(", "))
                + " |";
    }

    private static String row(ScheduleKind kind) {
        return "| `" + kind.text() + "` | " + String.join(", ", kind.names()) + " |";
    }

    @Test
    void everyRuleStandsThereWithItsDefaults() throws IOException {
        assertThat(page()).contains(LinkKind.all().map(OptimiserManualTest::row).toList());
    }

    @Test
    void everyScheduleStandsThereWithItsNumbers() throws IOException {
        assertThat(page())
                .contains(Arrays.stream(ScheduleKind.values())
                        .map(OptimiserManualTest::row)
                        .toList());
    }
}
