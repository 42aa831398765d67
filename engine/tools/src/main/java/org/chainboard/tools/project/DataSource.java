package org.chainboard.tools.project;

import java.nio.file.Path;
import java.util.List;

/** Where the samples come from. */
public sealed interface DataSource {

    /**
     * Samples the program makes itself.
     *
     * @param name which generator, by its id in {@link org.chainboard.engine.data.Generators}
     * @param samples how many, at least 1
     * @param noise how much, at least 0
     */
    record Generated(String name, int samples, double noise) implements DataSource {}

    /**
     * A CSV file of one's own; columns that are in neither list are left out.
     *
     * @param file where it is
     * @param features names of the columns that the model sees
     * @param targets names of the columns that it should predict
     * @param classes whether the target is a class rather than a number
     */
    record Csv(Path file, List<String> features, List<String> targets, boolean classes) implements DataSource {
        public Csv {
            features = List.copyOf(features);
            targets = List.copyOf(targets);
        }
    }
}
