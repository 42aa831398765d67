package org.chainboard.engine.manual;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements to be run by themselves. A line {@code expression; // result}, or {@code System.out.println(expression);
 * // result}, says what the expression prints; an exception prints as its type and its message.
 *
 * @param page where it stands
 * @param line of its first statement, counted from 1
 */
record Block(String page, int line, List<String> lines) {
    static final String CLASS = "Example";
    private static final Pattern SAID = Pattern.compile("(\\s*)(?:System\\.out\\.println\\((.*)\\)|(.*));\\s*// (.*)");

    /** How many results it states. */
    long results() {
        return lines.stream().filter(line -> SAID.matcher(line).matches()).count();
    }

    /** A class whose method {@code run} runs it. Each line of the block is a line of the source. */
    String source(List<String> imports) {
        String own = lines.stream().filter(Block::isImport).collect(Collectors.joining(" "));
        String head = String.join(" ", imports) + " " + own + " public final class " + CLASS
                + " { public static void run(" + Results.class.getName() + " results) throws Exception {\n";
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < lines.size(); i++) {
            text.append(isImport(lines.get(i)) ? "" : statement(lines.get(i), line + i))
                    .append('\n');
        }
        return text.append("}}\n").toString();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static String statement(String line, int number) {
        Matcher said = SAID.matcher(line);
        if (!said.matches()) {
            return line;
        }
        String expression = said.group(2) == null ? said.group(3) : said.group(2);
        String expected = said.group(4).strip().replace("\\", "\\\\").replace("\"", "\\\"");
        String failed = "catch (RuntimeException e) { results.threw(" + number + ", \"" + expected + "\", e); }";
        return "try { results.said(" + number + ", \"" + expected + "\", " + expression + "); } " + failed;
    }

    @Override
    public String toString() {
        return page + ", line " + line;
    }
}
