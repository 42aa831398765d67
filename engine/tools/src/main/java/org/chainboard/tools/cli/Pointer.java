package org.chainboard.tools.cli;

/** Two lines: the text, and a caret under one of its characters. */
final class Pointer {
    private static final String INDENT = "  ";
    /** How much of a long line is shown on each side. */
    private static final int AROUND = 50;

    private Pointer() {}

    static String at(String text, int place) {
        int lineStart = text.lastIndexOf('\n', place - 1) + 1;
        int lineEnd = text.indexOf('\n', place);
        int start = onCharacter(text, Math.max(lineStart, place - AROUND));
        int end = onCharacter(text, Math.min(lineEnd < 0 ? text.length() : lineEnd, place + AROUND));
        String before = (start > lineStart ? "…" : "") + blanked(text.substring(start, place));
        String after = blanked(text.substring(place, Math.max(place, end)));
        String more = end < text.length() && end != lineEnd ? "…" : "";
        return INDENT + before + after + more + System.lineSeparator() + INDENT + " ".repeat(width(before)) + "^";
    }

    /** Not between the two halves of a character. */
    private static int onCharacter(String text, int place) {
        boolean inside = place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
        return inside ? place - 1 : place;
    }

    private static String blanked(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
