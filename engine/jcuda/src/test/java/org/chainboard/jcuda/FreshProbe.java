package org.chainboard.jcuda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.chainboard.engine.backend.Accelerator;

/** Started as a program of its own: looks twice, each time with a new probe, and writes the two sentences to a file. */
final class FreshProbe {
    private FreshProbe() {}

    public static void main(String[] arguments) throws Exception {
        Files.write(Path.of(arguments[0]), List.of(look(), look()), StandardCharsets.UTF_8);
    }

    private static String look() {
        return ServiceLoader.load(Accelerator.class)
                .findFirst()
                .orElseThrow()
                .probe()
                .sentence();
    }
}
