package org.chainboard.engine.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of the manual and its blocks of Java. */
record Page(String name, List<String> lines) {
    static final Path FOLDER = Path.of("../../docs/manual");
    private static final String FENCE = "```";

    static Page of(Path file) {
        try {
            return new Page(file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All pages, by name. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::of)
                    .toList();
        }
    }

    /** What stands behind the opening fence of each block; nothing but {@code java} is run. */
    List<String> kinds() {
        return fences().stream()
                .map(at -> lines.get(at[0]).substring(FENCE.length()))
                .toList();
    }

    List<Block> blocks() {
        return fences().stream()
                .filter(at -> lines.get(at[0]).equals(FENCE + "java"))
                .map(at -> new Block(name, at[0] + 2, lines.subList(at[0] + 1, at[1])))
                .toList();
    }

    /** The places of the opening and the closing fence of each block. */
    private List<int[]> fences() {
        List<int[]> found = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (open >= 0) {
                    found.add(new int[] {open, i});
                }
                open = open >= 0 ? -1 : i;
            }
        }
        if (open >= 0) {
            throw new IllegalStateException(name + ": the block that begins in line " + (open + 1) + " has no end");
        }
        return found;
    }
}
