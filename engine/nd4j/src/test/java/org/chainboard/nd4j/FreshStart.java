package org.chainboard.nd4j;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;

/** Started as a program of its own: writes the names of the backends to a file and, where asked, binds ND4J. */
final class FreshStart {
    private FreshStart() {}

    public static void main(String[] arguments) throws Exception {
        List<String> said = Backends.available().stream().map(Backend::name).toList();
        if (arguments.length > 1) {
            said = List.of(bind(), bind());
        }
        Files.write(Path.of(arguments[0]), said, StandardCharsets.UTF_8);
    }

    private static String bind() {
        try {
            Backends.named("nd4j").bind(List.of()).close();
            return "bound";
        } catch (BackendException e) {
            return e.getMessage();
        }
    }
}
