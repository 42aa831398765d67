package org.chainboard.app;

import javafx.application.Application;

/** Starts the window. It is no {@link Application} itself, so that it starts without JavaFX on the module path. */
public final class Launcher {
    private Launcher() {}

    /** Starts with {@code [--home FOLDER] [--story FOLDER] [PROJECT]}. */
    public static void main(String[] arguments) {
        Options options = Options.parse(arguments);
        // read by the configuration of the log, before anything is logged
        System.setProperty("chainboard.home", options.home().toString());
        System.setProperty("logback.configurationFile", "org/chainboard/app/log.xml");
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> System.getLogger(Launcher.class.getName())
                .log(System.Logger.Level.ERROR, "a fault on " + thread.getName(), fault));
        Class<? extends Application> program = options.story().isPresent() ? StoryApp.class : App.class;
        Application.launch(program, arguments);
    }
}
