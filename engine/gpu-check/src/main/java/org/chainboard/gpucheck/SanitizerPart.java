package org.chainboard.gpucheck;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The conformance part under NVIDIA's compute-sanitizer, which watches every access to the card's memory. */
final class SanitizerPart implements Part.Work {
    private static final String TOOL = "compute-sanitizer";
    private static final int FOUND_SOMETHING = 86;

    @Override
    public void run(Options options, Notes notes) {
        Optional<Path> tool = tool();
        if (tool.isEmpty()) {
            notes.leftOut("There is no compute-sanitizer on this machine.");
            return;
        }
        try {
            watch(tool.get(), options, notes);
        } catch (IOException e) {
            notes.leftOut("compute-sanitizer could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void watch(Path tool, Options options, Notes notes) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(options.folder().resolve("sanitizer"));
        Path said = folder.resolve("sanitizer.txt");
        List<String> command = new ArrayList<>(List.of(
                tool.toString(),
                "--tool",
                "memcheck",
                "--error-exitcode",
                String.valueOf(FOUND_SOMETHING),
                "--log-file",
                said.toString()));
        command.addAll(Check.java(List.of("--out", folder.toString(), "--alone", Options.name(Part.CONFORMANCE))));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code == FOUND_SOMETHING) {
            notes.fail("compute-sanitizer found something; it is written down in " + said + ".");
            return;
        }
        List<Note> found = Notes.read(folder, Part.CONFORMANCE);
        found.stream().filter(note -> note.kind() == Note.Kind.FAIL).forEach(notes::add);
        boolean ended = found.stream().anyMatch(note -> note.kind() == Note.Kind.DONE);
        if (code == 0 && ended) {
            notes.pass("compute-sanitizer saw every op and found nothing.");
        } else {
            notes.leftOut("compute-sanitizer did not come to its end on this machine (exit code " + code + ").");
        }
    }

    private static Optional<Path> tool() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/local/cuda/bin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
