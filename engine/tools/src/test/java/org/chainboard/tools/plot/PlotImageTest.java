package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlotImageTest {
    private static final int MANY_COLOURS = 12;

    /** The pictures stay here to be looked at. */
    private static final Path GALLERY = Path.of("target", "gallery");

    static Stream<Arguments> plotsInBothLooks() {
        Map<String, Palette> looks = Map.of("light", Palette.LIGHT, "dark", Palette.DARK);
        return looks.entrySet().stream()
                .flatMap(look -> SamplePlots.all().entrySet().stream()
                        .map(plot ->
                                Arguments.of(plot.getKey() + "-" + look.getKey(), plot.getValue(), look.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plotsInBothLooks")
    void everyPlotPaintsAPictureOnItsBackground(String name, Plot plot, Palette palette) throws IOException {
        Path file = GALLERY.resolve(name + ".png");
        PlotImage.writePng(plot, 480, 260, palette, file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getHeight()).isEqualTo(520);
        assertThat(image.getRGB(2, 2)).isEqualTo(palette.background());
        assertThat(colours(image)).isGreaterThan(MANY_COLOURS);
    }

    @Test
    void plotsStandSideBySide() {
        Plot left = (pen, box, palette, pointer) -> pen.rect(box.x(), box.y(), box.width(), box.height(), 0xffff0000);
        Plot right = (pen, box, palette, pointer) -> pen.rect(box.x(), box.y(), box.width(), box.height(), 0xff00ff00);

        BufferedImage image = PlotImage.render(List.of(left, right), 200, 100, 1, Palette.LIGHT);

        assertThat(image.getRGB(50, 50)).isEqualTo(0xffff0000);
        assertThat(image.getRGB(150, 50)).isEqualTo(0xff00ff00);
        assertThat(image.getRGB(100, 50)).isEqualTo(Palette.LIGHT.background());
    }

    @Test
    void makesTheFolderOfItsFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("plot.png");

        PlotImage.writePng(SamplePlots.loss(), 100, 80, Palette.LIGHT, file);

        assertThat(file).isNotEmptyFile();
    }

    private static long colours(BufferedImage image) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(all).distinct().count();
    }
}
