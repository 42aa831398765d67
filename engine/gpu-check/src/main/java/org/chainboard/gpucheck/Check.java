package org.chainboard.gpucheck;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the parts one after the other, each in a process of its own with a limit to its time. */
final class Check {
    private static final String VECTORS = "jdk.incubator.vector";

    private final Options options;
    private final PrintStream out;

    Check(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** What each part found out. Where there is no card the parts after the probe are left out. */
    Map<Part, List<Note>> findings() throws IOException {
        Map<Part, List<Note>> findings = new EnumMap<>(Part.class);
        boolean card = true;
        for (Part part : options.parts()) {
            List<Note> notes;
            if (card) {
                out.println(part.title() + " ...");
                notes = run(part);
            } else {
                notes = List.of(Note.of(Note.Kind.LEFT_OUT, part.title() + ": there is no card that could be used."));
            }
            findings.put(part, notes);
            out.println("  " + Report.counted(notes));
            notes.stream().filter(Report::isWorthReading).forEach(note -> out.println("  " + Report.line(note)));
            if (part == Part.PROBE) {
                card = notes.stream().noneMatch(note -> note.kind() == Note.Kind.FAIL);
            }
        }
        return findings;
    }

    private List<Note> run(Part part) throws IOException {
        Notes.forget(options.folder(), part);
        Path said = options.folder().resolve(Options.name(part) + ".log");
        Process process = new ProcessBuilder(java(options.toRun(part)))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long seconds = Math.round(part.seconds() * options.patience());
        String end = "";
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                end = "It was stopped after " + seconds + " seconds.";
            } else if (process.exitValue() != 0) {
                end = "Its process ended with exit code " + process.exitValue() + ".";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = "It was interrupted.";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        List<Note> notes = Notes.read(options.folder(), part);
        if (!end.isEmpty() || notes.stream().noneMatch(note -> note.kind() == Note.Kind.DONE)) {
            Note.Kind kind = part.decides() ? Note.Kind.FAIL : Note.Kind.LEFT_OUT;
            notes.add(Note.of(kind, part.title() + " did not come to its end. " + end + lastWords(said)));
        }
        return notes;
    }

    private static String lastWords(Path said) throws IOException {
        // it may be cut off within a letter
        List<String> lines = new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("Using incubator modules"))
                .toList();
        return lines.isEmpty()
                ? ""
                : " The last it said: "
                        + String.join(" / ", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
    }

    /** A Java like this one with {@code arguments} for {@link Main}. */
    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            command.addAll(List.of("--add-modules", VECTORS));
        }
        String cublas = System.getProperty("chainboard.cublas");
        if (cublas != null) {
            command.add("-Dchainboard.cublas=" + cublas);
        }
        command.add("-XX:-CreateCoredumpOnCrash");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
