package org.chainboard.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./chainboard test} shows of Maven's output. */
class StartScriptTest {
    private static final Path SCRIPT = Path.of("..", "chainboard");
    private static final String SIEVE = "only_tests_and_errors";
    private static final long PATIENCE_SECONDS = 60;

    private static final List<String> SHOWN = List.of(
            "[INFO] Building Chainboard engine 0.1.0-SNAPSHOT                  [2/9]",
            "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in org.chainboard.OneTest",
            "[WARNING] Tests run: 2, Failures: 0, Errors: 0, Skipped: 2, Time elapsed: 0.1 s -- in org.chainboard.TwoTest",
            "[ERROR] Tests run: 4, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in org.chainboard.SixTest",
            "Expecting empty but was: [1]",
            "[WARNING] Tests run: 9, Failures: 0, Errors: 0, Skipped: 2",
            "[INFO] BUILD SUCCESS",
            "[INFO] Total time:  01:30 min");
    private static final List<String> HIDDEN = List.of(
            "[INFO] --- surefire:3.5.2:test (default-test) @ chainboard-core ---",
            "[WARNING] Corrupted channel by directly writing to native stream in forked JVM 1.",
            "[WARNING] ",
            "Loaded the image toolkit");

    @TempDir
    private Path folder;

    /** The function as it stands in the script, with {@code lines} as its input. */
    private List<String> shown(List<String> lines) throws Exception {
        Path said = Files.write(folder.resolve("said"), lines);
        Path shown = folder.resolve("shown");
        String function = "source <(sed -n '/^" + SIEVE + "() {/,/^}/p' \"$0\") && " + SIEVE;
        Process running = new ProcessBuilder("bash", "-c", function, SCRIPT.toString())
                .redirectInput(said.toFile())
                .redirectOutput(shown.toFile())
                .start();
        assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(shown, StandardCharsets.UTF_8);
    }

    @Test
    void tests_are_shown_those_that_were_skipped_as_well() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "Skipped: the script needs bash, and there is none here.");

        assertThat(shown(SHOWN)).isEqualTo(SHOWN);
    }

    @Test
    void the_rest_stays_in_the_log() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "Skipped: the script needs bash, and there is none here.");

        assertThat(shown(HIDDEN)).isEmpty();
    }
}
