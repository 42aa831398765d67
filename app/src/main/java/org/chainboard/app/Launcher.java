package org.chainboard.app;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;

/** Starts the window. It is no {@link Application} itself, so that it starts without JavaFX on the module path. */
public final class Launcher {
    /** Where the log lies; read by {@code logback.xml}. */
    private static final String LOG_FOLDER = "chainboard.log.folder";

    private Launcher() {}

    /** Starts with {@code [--home FOLDER] [--story FOLDER] [PROJECT]}. */
    public static void main(String[] arguments) {
        Options options = Options.parse(arguments);
        Path logs = options.home().resolve("logs");
        System.setProperty(LOG_FOLDER, logs.toString());
        logs.toFile().mkdirs();
        if (options.story().isPresent()) {
            System.exit(Story.run(options));
        }
        Application.launch(App.class, arguments);
    }

    static boolean isReadable(Path file) {
        return Files.isReadable(file);
    }
}
