package org.chainboard.gpucheck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a part found out, a line in its file.
 *
 * @param kind what it says
 * @param words a sentence; for a figure the network, how it was computed, and numbers
 */
record Note(Kind kind, List<String> words) {
    enum Kind {
        /** Something agrees. */
        PASS,
        /** Something does not agree, or went wrong. */
        FAIL,
        /** Something could not be done on this machine, and why. */
        LEFT_OUT,
        /** Something worth knowing. */
        FACT,
        /** A measurement; see {@link Figure}. */
        FIGURE,
        /** The part came to its end. */
        DONE
    }

    Note {
        words = words.stream().map(word -> word.replaceAll("[\\t\\r\\n]+", " ")).toList();
    }

    static Note of(Kind kind, String... words) {
        return new Note(kind, Arrays.asList(words));
    }

    /** As a line; words are separated by tabs. */
    String line() {
        return kind.name().toLowerCase(Locale.ROOT) + "\t" + String.join("\t", words);
    }

    /** Reads what {@link #line} gave. */
    static Note parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Note(
                Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Arrays.asList(parts).subList(1, parts.length));
    }

    /** All words as one. */
    String text() {
        return String.join(" ", words);
    }
}
