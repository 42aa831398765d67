package org.chainboard.app.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chainboard.engine.tensor.Rng;

/** Tables that tests read. */
final class Tables {
    private static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");
    private static final double[][] MEANS = {{5.0, 3.4, 1.5, 0.2}, {5.9, 2.8, 4.3, 1.3}, {6.6, 3.0, 5.6, 2.0}};

    private Tables() {}

    /** Four measures of 150 flowers of three species. */
    static String flowers() {
        StringBuilder text = new StringBuilder("sepal length,sepal width,petal length,petal width,species\n");
        Rng rng = new Rng(7, 1);
        for (int i = 0; i < 150; i++) {
            int species = i / 50;
            for (double mean : MEANS[species]) {
                text.append(String.format(Locale.ROOT, "%.1f,", Math.max(0.1, mean + 0.3 * rng.normal())));
            }
            text.append(SPECIES.get(species)).append('\n');
        }
        return text.toString();
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
