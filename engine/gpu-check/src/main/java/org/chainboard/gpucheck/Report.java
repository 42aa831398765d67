package org.chainboard.gpucheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was found out, as one page. */
final class Report {
    private final Map<Part, List<Note>> findings;

    Report(Map<Part, List<Note>> findings) {
        this.findings = findings;
    }

    /** Whether nothing failed and everything that decides was done. */
    boolean agrees() {
        boolean decided = Stream.of(Part.values())
                .filter(Part::decides)
                .allMatch(part -> findings.containsKey(part) && has(part, Note.Kind.PASS));
        return decided && findings.keySet().stream().noneMatch(part -> has(part, Note.Kind.FAIL));
    }

    private boolean has(Part part, Note.Kind kind) {
        return findings.getOrDefault(part, List.of()).stream().anyMatch(note -> note.kind() == kind);
    }

    /** In Markdown: what each part found out, then {@link #end}. */
    String text() {
        String parts = findings.entrySet().stream()
                .map(each -> section(each.getKey(), each.getValue()) + "\n\n")
                .collect(Collectors.joining());
        return parts + end() + "\n";
    }

    /** The table, the targets, and the verdict. */
    String end() {
        List<Figure> figures = findings.values().stream()
                .flatMap(List::stream)
                .flatMap(note -> Figure.of(note).stream())
                .toList();
        List<String> parts = new ArrayList<>();
        if (!figures.isEmpty()) {
            parts.add(new Table(figures).text());
        }
        parts.add(new Targets(figures).text());
        parts.add(agrees() ? "**The card agrees with the processor.**" : "**The check has not passed.**");
        return String.join("\n\n", parts);
    }

    private static String section(Part part, List<Note> notes) {
        Stream<String> lines = notes.stream()
                .filter(note -> note.kind() != Note.Kind.FIGURE && note.kind() != Note.Kind.DONE)
                .map(Report::line);
        return "## " + part.title() + "\n\n" + counted(notes) + "\n\n"
                + lines.map(line -> "* " + line).collect(Collectors.joining("\n"));
    }

    /** How many passed and how many failed. */
    static String counted(List<Note> notes) {
        long passed =
                notes.stream().filter(note -> note.kind() == Note.Kind.PASS).count();
        long failed =
                notes.stream().filter(note -> note.kind() == Note.Kind.FAIL).count();
        return passed + " passed, " + failed + " failed.";
    }

    /** Whether it is more than one of many that passed. */
    static boolean isWorthReading(Note note) {
        return note.kind() == Note.Kind.FAIL || note.kind() == Note.Kind.LEFT_OUT || note.kind() == Note.Kind.FACT;
    }

    /** A note as a line for people. */
    static String line(Note note) {
        return switch (note.kind()) {
            case PASS -> "pass: " + note.text();
            case FAIL -> "FAIL: " + note.text();
            case LEFT_OUT -> "left out: " + note.text();
            case FACT, FIGURE, DONE -> note.text();
        };
    }
}
