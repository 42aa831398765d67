package org.chainboard.engine.optim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code OptimiserChain(WeightDecay(0.0005), Adam(0.001, (0.9, 0.999)))} and single rules. */
final class ChainParser {
    private static final String CHAIN = "OptimiserChain";
    private static final int LONGEST = 10_000;
    private static final Map<String, String> GREEK = Map.of(
            "η", "eta", "ρ", "rho", "β", "beta", "λ", "lambda", "ϵ", "epsilon", "ε", "epsilon", "δ", "delta", "ω",
            "omega");

    private final String text;
    private int at;

    ChainParser(String text) {
        this.text = text;
    }

    OptimiserChain read() {
        if (text.length() > LONGEST) {
            throw wrong("long", LONGEST);
        }
        OptimiserChain chain = chainOrRule();
        skipSpace();
        if (at < text.length()) {
            throw wrong("more", text.substring(at));
        }
        return chain;
    }

    private OptimiserChain chainOrRule() {
        int start = at;
        String name = name();
        if (!name.equalsIgnoreCase(CHAIN)) {
            at = start;
            return OptimiserChain.of(rule());
        }
        List<OptimiserChain.Link> links = new ArrayList<>();
        expect('(');
        while (!take(')')) {
            if (!links.isEmpty()) {
                expect(',');
            }
            links.add(rule());
        }
        return new OptimiserChain(links);
    }

    private OptimiserChain.Link rule() {
        int start = at;
        String name = name();
        List<LinkKind> variants = LinkKind.all()
                .filter(kind -> kind.rule().equalsIgnoreCase(name))
                .toList();
        if (variants.isEmpty()) {
            at = start;
            skipSpace();
            throw wrong("unknown", name, known());
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new HashMap<>();
        if (take('(')) {
            arguments(variants.get(0), numbers, words);
        }
        LinkKind kind = variant(variants, words);
        List<Double> all = kind.hypers().stream()
                .map(hyper -> numbers.getOrDefault(hyper.name(), hyper.usual()))
                .toList();
        return new OptimiserChain.Link(kind, all);
    }

    private LinkKind variant(List<LinkKind> variants, Map<String, String> words) {
        LinkKind picked = variants.get(0);
        for (Map.Entry<String, String> word : words.entrySet()) {
            LinkKind other = keyword(variants, word.getKey());
            if (!word.getValue().equals("true") && !word.getValue().equals("false")) {
                throw wrong("noFlag", word.getKey(), word.getValue());
            }
            picked = other.variant().endsWith(" " + word.getValue()) ? other : picked;
        }
        return picked;
    }

    private LinkKind keyword(List<LinkKind> variants, String word) {
        return variants.stream()
                .filter(kind -> kind.variant().startsWith(word + " "))
                .findFirst()
                .orElseThrow(() -> wrong("noKeyword", variants.get(0).rule(), word, takes(variants.get(0))));
    }

    private void arguments(LinkKind kind, Map<String, Double> numbers, Map<String, String> words) {
        boolean first = true;
        while (!take(')')) {
            if (!first && !take(';')) {
                expect(',');
            }
            if (first) {
                take(';');
            }
            if (take(')')) {
                return;
            }
            argument(kind, numbers, words);
            first = false;
        }
    }

    private void argument(LinkKind kind, Map<String, Double> numbers, Map<String, String> words) {
        skipSpace();
        boolean named = at < text.length() && Character.isLetter(text.charAt(at));
        if (!named) {
            positional(kind, numbers);
            return;
        }
        String written = name();
        String keyword = GREEK.getOrDefault(written, written);
        expect('=');
        skipSpace();
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            String value = name();
            words.put(keyword.equals("centered") ? "centred" : keyword, value);
        } else if (keyword.equals("beta")) {
            pair(numbers);
        } else if (kind.hypers().stream().anyMatch(hyper -> hyper.name().equals(keyword))) {
            numbers.put(keyword, number());
        } else {
            throw wrong("noKeyword", kind.rule(), keyword, takes(kind));
        }
    }

    private void positional(LinkKind kind, Map<String, Double> numbers) {
        Optional<Hyper> next = kind.hypers().stream()
                .filter(hyper -> !numbers.containsKey(hyper.name()))
                .findFirst();
        if (next.isEmpty()) {
            throw wrong("tooMany", kind.rule(), takes(kind));
        }
        if (next.get().name().equals(ChainText.FIRST_OF_PAIR)) {
            pair(numbers);
        } else {
            numbers.put(next.get().name(), number());
        }
    }

    private void pair(Map<String, Double> numbers) {
        expect('(');
        numbers.put(ChainText.FIRST_OF_PAIR, number());
        expect(',');
        numbers.put(ChainText.SECOND_OF_PAIR, number());
        expect(')');
    }

    private double number() {
        skipSpace();
        int start = at;
        while (at < text.length() && isOfNumber(start)) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(start, at).replace('f', 'e'));
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        at = start;
        throw wrong("noNumber", rest());
    }

    private boolean isOfNumber(int start) {
        char c = text.charAt(at);
        boolean sign = c == '-' || c == '+';
        boolean exponent = at > start && "eEf".indexOf(text.charAt(at - 1)) >= 0;
        return c >= '0' && c <= '9' || c == '.' || "eEf".indexOf(c) >= 0 || sign && (at == start || exponent);
    }

    private String name() {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw wrong("noRule", rest(), known());
        }
        return text.substring(start, at);
    }

    private boolean take(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw wrong("expected", wanted, rest());
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String rest() {
        return at >= text.length()
                ? Sentences.get("end")
                : "“" + text.substring(at, Math.min(text.length(), at + 20)) + "”";
    }

    private static String known() {
        return LinkKind.all().map(LinkKind::rule).distinct().collect(Collectors.joining(", "));
    }

    private static String takes(LinkKind kind) {
        String numbers = kind.hypers().stream().map(Hyper::name).collect(Collectors.joining(", "));
        String words = LinkKind.all()
                .filter(other ->
                        other.rule().equals(kind.rule()) && !other.variant().isEmpty())
                .map(other -> ", " + other.variant())
                .collect(Collectors.joining());
        return numbers.replace("beta1, beta2", "beta = (beta1, beta2)") + words;
    }

    private IllegalArgumentException wrong(String key, Object... values) {
        return new IllegalArgumentException(Sentences.get("at", at + 1) + " " + Sentences.get(key, values));
    }
}
