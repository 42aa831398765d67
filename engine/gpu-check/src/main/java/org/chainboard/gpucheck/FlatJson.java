package org.chainboard.gpucheck;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of our Python script: objects without objects inside, as Python's {@code json} writes them. */
final class FlatJson {
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]|\\\\.)*)\"|\\[([^\\]]*)\\]|([^,}\\s]+))");

    private FlatJson() {}

    /** Each field's text: a string without its quotes, a list without its brackets. */
    static Map<String, String> parse(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            String text = matcher.group(2) != null ? unescaped(matcher.group(2)) : matcher.group(3);
            fields.put(matcher.group(1), text != null ? text : matcher.group(4));
        }
        return fields;
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([\"\\\\/])", "$1").replaceAll("\\\\[nrt]", " ");
    }
}
