package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a start of the command line loads; a process of its own, with everything on the class path that the program has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartUpTest {
    @TempDir
    static Path folder;

    private List<String> out;
    private List<String> loaded;

    @BeforeAll
    void startOnce() throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        Path classes = folder.resolve("classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.chainboard.tools.cli.Cli",
                        "grad",
                        "x^2",
                        "--at",
                        "x=3")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        out = Files.readAllLines(output);
        loaded = Files.readAllLines(classes);
    }

    @Test
    void theGradientIsPrinted() {
        assertThat(out)
                .containsExactly("f(x) = x^2", "f'(x) = 2x", "f''(x) = 2", "f(3) = 9", "f'(3) = 6", "f''(3) = 2");
    }

    @Test
    void neitherNd4jNorJCudaIsTouched() {
        assertThat(Stream.of("org/nd4j/linalg/factory/Nd4j.class", "jcuda/driver/JCudaDriver.class")
                        .map(getClass().getClassLoader()::getResource))
                .as("both are there to be loaded")
                .doesNotContainNull();
        assertThat(loaded).anyMatch(line -> line.contains("org.chainboard.tools.cli.GradCommand"));
        assertThat(loaded)
                .noneMatch(line -> line.contains(" org.nd4j.")
                        || line.contains(" jcuda.")
                        || line.contains(" org.bytedeco.")
                        || line.contains(" javafx."));
    }
}
