package org.chainboard.app.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions to the person at the window; they block until there is an answer, and run on the JavaFX thread. */
public interface Dialogs {

    /** What is to become of unsaved work. */
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** A kind of file. */
    enum Kind {
        PROJECT("file.kind.project", "*.chain"),
        JAVA("file.kind.java", "*.java"),
        CSV("file.kind.csv", "*.csv", "*.tsv", "*.txt", "*.data"),
        PICTURE("file.kind.picture", "*.png");

        private final String textKey;
        private final List<String> patterns;

        Kind(String textKey, String... patterns) {
            this.textKey = textKey;
            this.patterns = List.of(patterns);
        }

        public String textKey() {
            return textKey;
        }

        public List<String> patterns() {
            return patterns;
        }
    }

    /** A file to read. */
    Optional<Path> fileToOpen(Kind kind);

    /** A file to write. */
    Optional<Path> fileToSave(Kind kind, String proposedName);

    /** Whether to save {@code name} before it is left. */
    Answer saveFirst(String name);

    /** Whether a file of this name, which is there already, may be replaced. */
    boolean replace(String name);

    /** Tells that something went wrong. */
    void tell(String title, String sentence);
}
