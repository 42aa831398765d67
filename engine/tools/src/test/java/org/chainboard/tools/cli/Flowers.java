package org.chainboard.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A small file of three kinds of flower, and options that train on it. */
final class Flowers {
    static final String CHAIN = "Chain(Dense(2 => 16, relu), Dense(16 => 3))";

    private Flowers() {}

    /** Three clouds of points; {@code petal} also serves as a number to predict. */
    static Path write(Path folder) {
        Random random = new Random(7);
        String[] kinds = {"rose", "tulip", "lily"};
        StringBuilder text = new StringBuilder("petal,leaf,kind\n");
        for (int i = 0; i < 150; i++) {
            int kind = i % 3;
            double petal = 3 * kind + random.nextGaussian() / 2;
            double leaf = (kind == 1 ? 20 : 0) + 2 * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,%s%n", petal, leaf, kinds[kind]));
        }
        return write(folder.resolve("flowers.csv"), text.toString());
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
