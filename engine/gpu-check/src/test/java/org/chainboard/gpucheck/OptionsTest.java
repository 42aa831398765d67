package org.chainboard.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutArgumentsAllButTheSanitizerIsRun() {
        assertThat(Options.of().parts())
                .containsExactly(Part.PROBE, Part.CONFORMANCE, Part.TRAINING, Part.SWITCHING, Part.SPEED, Part.PYTORCH);
    }

    @Test
    void whatIsAskedForIsTaken() {
        Options options = Options.of("--quick", "--out", "there", "--only", "probe,sanitizer", "--patience", "2.5");

        assertThat(List.of(options.quick(), options.folder(), options.parts(), options.patience()))
                .isEqualTo(List.of(true, Path.of("there"), Set.of(Part.PROBE, Part.SANITIZER), 2.5));
    }

    @Test
    void aPartsOwnProcessWorksAsTheWholeWasAskedTo() {
        Options whole = Options.of("--quick", "--networks", "W1,W7", "--out", "there", "--python", "python4");

        Options alone = Options.of(whole.toRun(Part.SPEED).toArray(String[]::new));

        assertThat(alone)
                .isEqualTo(new Options(Path.of("there"), true, 1, "python4", whole.parts(), whole.works(), Part.SPEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--out", "--only proof", "--networks W0", "--patience never", "--patience -1"})
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String line) {
        assertThatThrownBy(() -> Options.of(line.split(" "))).hasMessageEndingWith(Options.USAGE);
    }
}
