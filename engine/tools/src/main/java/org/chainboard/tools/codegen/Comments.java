package org.chainboard.tools.codegen;

import java.util.stream.Collectors;

/** Text inside Javadoc. Nothing that a person typed can end the comment, begin a tag or need an encoding. */
final class Comments {
    private static final int WIDTH = 100;
    /** A tag stays with what it marks. */
    private static final String BETWEEN_WORDS = "(?<!\\{@code) ";

    private Comments() {}

    /** Words of a person, inside a sentence. */
    static String words(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .mapToObj(Comments::escaped)
                .collect(Collectors.joining());
    }

    /** A piece of the engine's language, such as {@code Dense(2 => 16, tanh)}. */
    static String code(String text) {
        String plain = named(text);
        return isPlain(plain) ? "{@code " + plain + "}" : "<code>" + words(plain) + "</code>";
    }

    /** The same over several lines. */
    static String block(String text) {
        String plain = named(text);
        if (isPlain(plain)) {
            return "<pre>{@code\n" + plain + "\n}</pre>";
        }
        return plain.lines().map(Comments::line).collect(Collectors.joining("\n", "<pre>\n", "\n</pre>"));
    }

    private static String line(String line) {
        return line.codePoints().mapToObj(Comments::escaped).collect(Collectors.joining());
    }

    /** The other names of what is usually written with letters outside ASCII. */
    private static String named(String text) {
        return text.replace("σ", "sigmoid").replace("π", "pi").replace("√", "sqrt");
    }

    private static boolean isPlain(String text) {
        return !text.contains("*/") && text.chars().allMatch(c -> c == '\n' || isPrinted(c) && "{}@\\".indexOf(c) < 0);
    }

    private static boolean isPrinted(int point) {
        return point >= ' ' && point <= '~';
    }

    private static String escaped(int point) {
        boolean safe = isPrinted(point) && "{}@\\<>&*/".indexOf(point) < 0;
        return safe ? Character.toString(point) : "&#" + point + ";";
    }

    /** Breaks a paragraph into lines between its words. */
    static String wrap(String paragraph) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String word : paragraph.split(BETWEEN_WORDS)) {
            boolean full = length + word.length() > WIDTH;
            text.append(length == 0 ? "" : full ? "\n" : " ").append(word);
            length = full ? word.length() : length + word.length() + 1;
        }
        return text.toString();
    }
}
