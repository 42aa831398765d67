package org.chainboard.engine.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a chain text. Comments count as blanks, so that places are those of the text as it was written. */
final class ChainScanner {
    private static final Pattern COMMENT = Pattern.compile("#[^\\r\\n]*");
    /** Blanks that come along when text is copied from a page. */
    private static final Pattern OTHER_BLANK = Pattern.compile("[\\u00A0\\u200B\\u202F\\uFEFF]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Mn}0-9_′₀-₉]*+");
    /** {@code name =}, which gives what follows a name. */
    private static final Pattern NAMED = Pattern.compile("[\\p{L}_][\\p{L}0-9_₀-₉]*\\s*=(?![=>])");

    private static final String PIPE = "|>";

    private final String text;
    private int at;

    /** A piece of the text without blanks around it. */
    record Part(String text, int at) {
        boolean isEmpty() {
            return text.isEmpty();
        }

        int end() {
            return at + text.length();
        }

        /** The part of it from {@code start} to {@code end}. */
        Part between(int start, int end) {
            String piece = text.substring(start, end);
            return new Part(
                    piece.strip(),
                    at + start + piece.length() - piece.stripLeading().length());
        }
    }

    ChainScanner(String written) {
        String withoutComments = COMMENT.matcher(written)
                .replaceAll(comment -> " ".repeat(comment.group().length()));
        this.text = OTHER_BLANK.matcher(withoutComments).replaceAll(" ");
    }

    /** The place of what comes next. */
    int at() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The place of the character that was gone past last. */
    int behind() {
        return at - 1;
    }

    /** The text from {@code start} up to here, with one blank for each run of them. */
    String since(int start) {
        return text.substring(start, at).replaceAll("\\s+", " ").strip();
    }

    /** Goes past {@code name =} when that comes next, and gives the name. */
    Optional<String> named() {
        String name = word();
        int start = at();
        return takes(NAMED) ? Optional.of(name) : backAt(start);
    }

    private Optional<String> backAt(int start) {
        at = start;
        return Optional.empty();
    }

    /** Goes back to {@code place}. */
    void backTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at() == text.length();
    }

    boolean sees(String sign) {
        return text.startsWith(sign, at());
    }

    /** Goes past {@code sign} when it comes next. */
    boolean takes(String sign) {
        boolean found = sees(sign);
        if (found) {
            at += sign.length();
        }
        return found;
    }

    /** Goes past what matches when it comes next. */
    boolean takes(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at(), text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    /** The name that comes next; empty when there is none. The place stays. */
    String word() {
        Matcher matcher = WORD.matcher(text).region(at(), text.length());
        return matcher.lookingAt() ? matcher.group() : "";
    }

    /** Goes past {@code word} and the bracket after it, when both come next. */
    boolean opens(String word) {
        int start = at();
        if (word().equals(word) && takes(word) && takes("(")) {
            return true;
        }
        at = start;
        return false;
    }

    /** The first characters of what comes next, for a sentence. */
    String next() {
        String word = word();
        return isAtEnd() || !word.isEmpty() ? word : Character.toString(text.codePointAt(at));
    }

    /** Takes all up to the comma, semicolon, pipe or closing bracket that ends this level. */
    Part part() {
        int start = at();
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean ends = c == ',' || c == ';' || c == ')' || text.startsWith(PIPE, at);
            if (depth == 0 && ends) {
                break;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return new Part(text.substring(start, at).strip(), start);
    }
}
