package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe with the real JCuda, in a program of its own, since a JVM loads JCuda once or never. */
class FreshProbeTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private Path sentences;
    private Path printed;
    private int exit;

    @BeforeEach
    void look() throws Exception {
        sentences = folder.resolve("sentences");
        printed = folder.resolve("printed");
        ProcessBuilder program = new ProcessBuilder(command());
        program.environment().put("XDG_CACHE_HOME", folder.toString());
        program.environment().put("LOCALAPPDATA", folder.toString());
        program.environment().remove("JAVA_TOOL_OPTIONS");
        program.redirectErrorStream(true).redirectOutput(printed.toFile());
        Process running = program.start();
        boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        running.destroyForcibly();
        exit = ended ? running.exitValue() : -1;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Xmx64m", "-Djava.io.tmpdir=" + folder));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", tests, FreshProbe.class.getName(), sentences.toString()));
        return command;
    }

    @Test
    void nothingCrashesAndNothingIsPrinted() {
        assertThat(exit).isZero();
        assertThat(printed).isEmptyFile();
    }

    @Test
    void theSecondLookSaysTheSame() throws Exception {
        List<String> said = Files.readAllLines(sentences, StandardCharsets.UTF_8);

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).isEqualTo(said.get(0)).endsWith(".");
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() {
        File[] natives = folder.toFile().listFiles(file -> file.getName().contains("JCuda"));

        assertThat(natives).isEmpty();
    }

    @Test
    void withoutADriverTheSentenceSaysSo() throws Exception {
        assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")), "there is a driver");
        assumeFalse(!Platform.here().isSupported() || Platform.here().isWindows(), "not Linux on x86-64");

        assertThat(Files.readAllLines(sentences, StandardCharsets.UTF_8).get(0))
                .isEqualTo("No NVIDIA driver found (libcuda.so.1 cannot be loaded).");
    }
}
