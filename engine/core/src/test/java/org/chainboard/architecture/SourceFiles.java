package org.chainboard.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rules that class files cannot tell: where the package notes are, and how long files get. */
final class SourceFiles {
    private static final int LONGEST = 400;

    private SourceFiles() {}

    static List<Path> tooLongIn(Path folder) {
        return javaFilesIn(folder).stream()
                .filter(file -> lines(file) > LONGEST)
                .toList();
    }

    static List<Path> packagesWithoutNoteIn(Path folder) {
        return javaFilesIn(folder).stream()
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                .toList();
    }

    private static List<Path> javaFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
