package org.chainboard.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.data.Split;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of three well-separated classes to numbers that a network can learn from. */
class CsvStoryTest {
    private static final int SAMPLES = 150;
    private static final List<String> CLASSES = List.of("ash", "birch", "cedar");

    private static void write(Path file) throws Exception {
        Rng rng = new Rng(1, 0);
        StringBuilder text = new StringBuilder("height,width,tree\n");
        for (int i = 0; i < SAMPLES; i++) {
            int tree = i % 3;
            double height = 10 * tree + rng.normal();
            double width = 100 - 20 * tree + rng.normal();
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,%s%n", height, width, CLASSES.get(tree)));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The class whose centre is nearest in standard units, with the centres of the training part. */
    private static int nearest(Tensor x, Dataset data, int[] train, int sample) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int label = 0; label < CLASSES.size(); label++) {
            int wanted = label;
            int[] members =
                    Arrays.stream(train).filter(i -> data.label(i) == wanted).toArray();
            double distance = 0;
            for (int row = 0; row < 2; row++) {
                int feature = row;
                double centre = Arrays.stream(members)
                        .mapToDouble(i -> x.get(feature, i))
                        .average()
                        .orElseThrow();
                distance += Math.pow(x.get(feature, sample) - centre, 2);
            }
            if (distance < least) {
                least = distance;
                best = label;
            }
        }
        return best;
    }

    @Test
    void threeClassesAreReadSplitAndStandardised(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("trees.csv");
        write(file);

        CsvTable table = CsvFile.read(file);
        Dataset data = Roles.standard(table).dataset(table);
        Split split = Split.of(data, 1);
        Standardiser standardiser = Standardiser.fit(data.x(), split.train());
        Tensor x = standardiser.apply(data.x());

        assertThat(data).hasToString("trees.csv (x 2×150, y 3×150)");
        assertThat(data.classes()).isEqualTo(CLASSES);
        assertThat(split.test()).hasSize(30);
        // means of 0, 10, 20 and of 100, 80, 60, each with scatter 1
        assertThat(standardiser.mean().toDoubles()).containsExactly(new double[] {10, 80}, within(0.3));
        assertThat(standardiser.deviation().toDoubles())
                .containsExactly(new double[] {Math.sqrt(200 / 3. + 1), Math.sqrt(800 / 3. + 1)}, within(0.3));
        assertThat(Arrays.stream(split.test())
                        .map(i -> nearest(x, data, split.train(), i))
                        .toArray())
                .containsExactly(Arrays.stream(split.test()).map(data::label).toArray());
    }
}
