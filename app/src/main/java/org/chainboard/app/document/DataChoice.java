package org.chainboard.app.document;

import java.util.List;

/** Where the samples come from. */
public sealed interface DataChoice {

    /**
     * Samples the program makes itself.
     *
     * @param name which generator, as the engine calls it
     * @param samples how many
     */
    record Generated(String name, int samples) implements DataChoice {}

    /**
     * A file of the person's own; columns that are in neither list are left out.
     *
     * @param file its path
     * @param inputs names of the columns that go in, in order
     * @param targets names of the columns to predict, in order
     */
    record Csv(String file, List<String> inputs, List<String> targets) implements DataChoice {
        public Csv {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
        }
    }
}
