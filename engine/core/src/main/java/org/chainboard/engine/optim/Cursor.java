package org.chainboard.engine.optim;

/** A place in a text that is read from left to right; what is wrong is told with it. */
final class Cursor {
    /** How Julia writes it. */
    static final String INFINITE = "Inf";

    private static final int LONGEST = 10_000;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw wrong("long", LONGEST);
        }
    }

    int at() {
        return at;
    }

    void back(int place) {
        at = place;
        skipSpace();
    }

    /** Whether a name comes next. */
    boolean isName() {
        skipSpace();
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    void requireEnd() {
        skipSpace();
        if (at < text.length()) {
            throw wrong("more", text.substring(at));
        }
    }

    /** Whether {@code Inf} comes next. */
    boolean isInfinite() {
        skipSpace();
        int end = at + INFINITE.length();
        return text.startsWith(INFINITE, at) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** A number from 0 on. */
    double number() {
        return number("noNumber", 0);
    }

    /** A number above 0, or {@code Inf}. */
    double order() {
        if (isInfinite()) {
            at += INFINITE.length();
            return Double.POSITIVE_INFINITY;
        }
        return number("noOrder", Double.MIN_VALUE);
    }

    /** A finite number from {@code least} on. @param expected the sentence where there is none */
    private double number(String expected, double least) {
        skipSpace();
        int start = at;
        while (at < text.length() && isOfNumber(start)) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(start, at).replace('f', 'e'));
            if (value >= least && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        at = start;
        throw wrong(expected, rest());
    }

    private boolean isOfNumber(int start) {
        char c = text.charAt(at);
        boolean sign = c == '-' || c == '+';
        boolean exponent = at > start && "eEf".indexOf(text.charAt(at - 1)) >= 0;
        return c >= '0' && c <= '9' || c == '.' || "eEf".indexOf(c) >= 0 || sign && (at == start || exponent);
    }

    /** Letters and digits. @param expected the sentence where there are none, and what it is given after the rest */
    String name(String expected, Object... values) {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            Object[] all = new Object[values.length + 1];
            all[0] = rest();
            System.arraycopy(values, 0, all, 1, values.length);
            throw wrong(expected, all);
        }
        return text.substring(start, at);
    }

    /** Whether {@code wanted} comes next, which is then taken. */
    boolean take(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw wrong("expected", wanted, rest());
        }
    }

    void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    String rest() {
        return at >= text.length()
                ? Sentences.get("end")
                : "“" + text.substring(at, Math.min(text.length(), at + 20)) + "”";
    }

    IllegalArgumentException wrong(String key, Object... values) {
        return new IllegalArgumentException(Sentences.get("at", at + 1) + " " + Sentences.get(key, values));
    }
}
