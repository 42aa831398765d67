package org.chainboard.gpucheck;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a part writes down what it finds: a file that can be read even when the part does not come to its end. */
final class Notes implements AutoCloseable {
    private final PrintStream file;

    private Notes(PrintStream file) {
        this.file = file;
    }

    static Notes in(Path folder, Part part) {
        try {
            return new Notes(new PrintStream(Files.newOutputStream(file(folder, part)), true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, Part part) {
        return folder.resolve(Options.name(part) + ".notes");
    }

    /** What {@code part} has written down so far; nothing where it has not begun. */
    static List<Note> read(Path folder, Part part) throws IOException {
        Path file = file(folder, part);
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        String text = Files.readString(file);
        // the last line may be half a line
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return new ArrayList<>(whole.lines().map(Note::parse).toList());
    }

    static void forget(Path folder, Part part) throws IOException {
        Files.deleteIfExists(file(folder, part));
    }

    void add(Note note) {
        file.print(note.line() + "\n");
        file.flush();
    }

    void pass(String sentence) {
        add(Note.of(Note.Kind.PASS, sentence));
    }

    void fail(String sentence) {
        add(Note.of(Note.Kind.FAIL, sentence));
    }

    void leftOut(String sentence) {
        add(Note.of(Note.Kind.LEFT_OUT, sentence));
    }

    void fact(String sentence) {
        add(Note.of(Note.Kind.FACT, sentence));
    }

    /** Either way the same sentence. */
    void judge(boolean passed, String sentence) {
        add(Note.of(passed ? Note.Kind.PASS : Note.Kind.FAIL, sentence));
    }

    /** The part came to its end. */
    void done() {
        add(Note.of(Note.Kind.DONE));
    }

    @Override
    public void close() {
        file.close();
    }
}
