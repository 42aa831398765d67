package org.chainboard.engine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens. Flux's dots are left out, and signs that mean the same become one. */
final class Lexer {
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eEf][+-]?[0-9]+)?");
    /** π and √ stand alone, so that 2πx is a product. */
    private static final Pattern NAME = Pattern.compile("[π√]|[\\p{L}_&&[^π]][\\p{L}\\p{Mn}0-9_′₀-₉&&[^π]]*+");

    private static final Pattern RAISED = Pattern.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    /** A dot before an operator or an opening bracket means "for each element", which everything here does. */
    private static final Pattern DOT = Pattern.compile("\\.(?=[-+*/^<>=!(·×÷≤≥≠])");

    private static final Pattern SIGN = Pattern.compile("->|<=|>=|==|!=|\\*\\*|&&|\\|\\||[-+*/^()<>=,;→↦≤≥≠−–·⋅×∗÷]");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("→", "->"),
            Map.entry("↦", "->"),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("·", "*"),
            Map.entry("⋅", "*"),
            Map.entry("×", "*"),
            Map.entry("∗", "*"),
            Map.entry("÷", "/"));
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens, the last of which is {@link Token.Kind#END}. @throws Mistake at a character that means nothing */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private void next() {
        if (Character.isWhitespace(text.charAt(at))) {
            at++;
            return;
        }
        Token token = token();
        if (token != null) {
            tokens.add(token);
        }
    }

    private Token token() {
        int start = at;
        String found = eat(NUMBER);
        if (found != null) {
            return new Token(Token.Kind.NUMBER, found.replace('f', 'e'), start);
        }
        found = eat(NAME);
        if (found != null) {
            return new Token(Token.Kind.NAME, found, start);
        }
        found = eat(RAISED);
        if (found != null) {
            return new Token(Token.Kind.RAISED, lowered(found), start);
        }
        if (eat(DOT) != null) {
            return null;
        }
        found = eat(SIGN);
        if (found != null) {
            return new Token(Token.Kind.SIGN, SAME.getOrDefault(found, found), start);
        }
        throw unknown();
    }

    private String eat(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private static String lowered(String raised) {
        StringBuilder digits = new StringBuilder();
        for (char c : raised.toCharArray()) {
            digits.append(c == '⁻' ? "-" : Integer.toString(RAISED_DIGITS.indexOf(c)));
        }
        return digits.toString();
    }

    private Mistake unknown() {
        String character = Character.toString(text.codePointAt(at));
        return switch (character) {
            case "." -> new Mistake(at, "dot");
            case "'" -> new Mistake(at, "prime");
            case "|" -> new Mistake(at, "bar");
            case "[", "]", "{", "}" -> new Mistake(at, "bracket", character);
            case "!" -> new Mistake(at, "exclamation");
            case "?" -> new Mistake(at, "question");
            case "∑" -> new Mistake(at, "sum");
            default -> new Mistake(at, "character", visible(text.codePointAt(at)));
        };
    }

    private static String visible(int character) {
        int type = Character.getType(character);
        boolean isHidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
        return isHidden ? String.format(Locale.ROOT, "U+%04X", character) : Character.toString(character);
    }
}
