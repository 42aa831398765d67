package org.chainboard.app;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the program was started with.
 *
 * @param home the folder for what the program keeps: its log, and work that was not saved
 * @param story where the story without a display puts its pictures; empty to open the window
 * @param project a project to open
 */
record Options(Path home, Optional<Path> story, Optional<Path> project) {

    static Options parse(String... arguments) {
        Path home = Path.of(System.getProperty("user.home", "."), ".chainboard");
        Optional<Path> story = Optional.empty();
        Optional<Path> project = Optional.empty();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--home") && rest.hasNext()) {
                home = Path.of(rest.next());
            } else if (argument.equals("--story") && rest.hasNext()) {
                story = Optional.of(Path.of(rest.next()));
            } else if (!argument.startsWith("--")) {
                project = Optional.of(Path.of(argument));
            }
        }
        return new Options(home, story, project);
    }
}
