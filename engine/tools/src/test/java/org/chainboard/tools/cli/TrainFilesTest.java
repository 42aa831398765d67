package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code train} leaves in files. */
class TrainFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two-spirals", "noisy-line"})
    void theThreePlotsStandSideBySide(String sample) throws IOException {
        Path file = folder.resolve("pictures/loss.png");
        Run run = Run.of("train", sample, "--steps", "60", "--plot", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Drawn as " + file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isBetween(1200, 4000);
        assertThat(image.getHeight()).isBetween(400, 1600);
        for (int third = 0; third < 3; third++) {
            assertThat(colours(image, third)).as("colours in third " + third).isGreaterThan(20);
        }
    }

    private static long colours(BufferedImage image, int third) {
        int width = image.getWidth() / 3;
        return IntStream.range(third * width, (third + 1) * width)
                .flatMap(x -> IntStream.range(0, image.getHeight()).map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-spirals", "bent-line"})
    void theExportedClassCompiles(String sample) throws URISyntaxException {
        Path file = folder.resolve("Model.java");
        Run run = Run.of("train", sample, "--steps", "20", "--export", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Exported as " + file);
        Path core = Path.of(
                Tensor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", core.toString(), "-d", folder.toString(), file.toString());
        assertThat(compiled).isZero();
        assertThat(folder.resolve("Model.class")).isRegularFile();
    }
}
