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
    private static final Map<String, String> GREEK = Map.of(
            "η", "eta", "ρ", "rho", "β", "beta", "λ", "lambda", "ϵ", "epsilon", "ε", "epsilon", "δ", "delta", "ω",
            "omega");

    private final Cursor cursor;

    ChainParser(String text) {
        this.cursor = new Cursor(text);
    }

    OptimiserChain read() {
        OptimiserChain chain = chainOrRule();
        cursor.requireEnd();
        return chain;
    }

    private OptimiserChain chainOrRule() {
        int start = cursor.at();
        String name = name();
        if (!name.equalsIgnoreCase(CHAIN)) {
            cursor.back(start);
            return OptimiserChain.of(rule());
        }
        List<OptimiserChain.Link> links = new ArrayList<>();
        cursor.expect('(');
        while (!cursor.take(')')) {
            if (!links.isEmpty()) {
                cursor.expect(',');
            }
            links.add(rule());
        }
        return new OptimiserChain(links);
    }

    private OptimiserChain.Link rule() {
        int start = cursor.at();
        String name = name();
        List<LinkKind> variants = LinkKind.all()
                .filter(kind -> kind.rule().equalsIgnoreCase(name))
                .toList();
        if (variants.isEmpty()) {
            cursor.back(start);
            throw cursor.wrong("unknown", name, known());
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new HashMap<>();
        if (cursor.take('(')) {
            arguments(variants.get(0), numbers, words);
        }
        LinkKind kind = variant(variants, words);
        List<Double> all = kind.numbers().stream()
                .map(hyper -> numbers.getOrDefault(hyper.name(), hyper.usual()))
                .toList();
        return new OptimiserChain.Link(kind, all);
    }

    private LinkKind variant(List<LinkKind> variants, Map<String, String> words) {
        LinkKind picked = variants.get(0);
        for (Map.Entry<String, String> word : words.entrySet()) {
            LinkKind other = keyword(variants, word.getKey());
            if (!word.getValue().equals("true") && !word.getValue().equals("false")) {
                throw cursor.wrong("noFlag", word.getKey(), word.getValue());
            }
            picked = other.variant().endsWith(" " + word.getValue()) ? other : picked;
        }
        return picked;
    }

    private LinkKind keyword(List<LinkKind> variants, String word) {
        return variants.stream()
                .filter(kind -> kind.variant().startsWith(word + " "))
                .findFirst()
                .orElseThrow(() -> cursor.wrong("noKeyword", variants.get(0).rule(), word, takes(variants.get(0))));
    }

    private void arguments(LinkKind kind, Map<String, Double> numbers, Map<String, String> words) {
        boolean first = true;
        while (!cursor.take(')')) {
            if (!first && !cursor.take(';')) {
                cursor.expect(',');
            }
            if (first) {
                cursor.take(';');
            }
            if (cursor.take(')')) {
                return;
            }
            argument(kind, numbers, words);
            first = false;
        }
    }

    private void argument(LinkKind kind, Map<String, Double> numbers, Map<String, String> words) {
        if (!cursor.isName() || cursor.isInfinite()) {
            positional(kind, numbers);
            return;
        }
        String written = name();
        String keyword = GREEK.getOrDefault(written, written);
        cursor.expect('=');
        Optional<Hyper> number = kind.numbers().stream()
                .filter(hyper -> hyper.name().equals(keyword))
                .findFirst();
        if (number.isPresent()) {
            numbers.put(keyword, number(kind, number.get()));
        } else if (cursor.isName()) {
            String value = name();
            words.put(keyword.equals("centered") ? "centred" : keyword, value);
        } else if (keyword.equals("beta")) {
            pair(numbers);
        } else {
            throw cursor.wrong("noKeyword", kind.rule(), keyword, takes(kind));
        }
    }

    /** What is settled is the order of a norm, which may be infinite. */
    private double number(LinkKind kind, Hyper hyper) {
        return kind.hypers().contains(hyper) ? cursor.number() : cursor.order();
    }

    private void positional(LinkKind kind, Map<String, Double> numbers) {
        Optional<Hyper> next = kind.numbers().stream()
                .filter(hyper -> !numbers.containsKey(hyper.name()))
                .findFirst();
        if (next.isEmpty()) {
            throw cursor.wrong("tooMany", kind.rule(), takes(kind));
        }
        if (next.get().name().equals(ChainText.FIRST_OF_PAIR)) {
            pair(numbers);
        } else {
            numbers.put(next.get().name(), number(kind, next.get()));
        }
    }

    private void pair(Map<String, Double> numbers) {
        cursor.expect('(');
        numbers.put(ChainText.FIRST_OF_PAIR, cursor.number());
        cursor.expect(',');
        numbers.put(ChainText.SECOND_OF_PAIR, cursor.number());
        cursor.expect(')');
    }

    private String name() {
        return cursor.name("noRule", known());
    }

    private static String known() {
        return LinkKind.all().map(LinkKind::rule).distinct().collect(Collectors.joining(", "));
    }

    private static String takes(LinkKind kind) {
        String numbers = kind.numbers().stream().map(Hyper::name).collect(Collectors.joining(", "));
        String words = LinkKind.all()
                .filter(other ->
                        other.rule().equals(kind.rule()) && !other.variant().isEmpty())
                .map(other -> ", " + other.variant())
                .collect(Collectors.joining());
        return numbers.replace("beta1, beta2", "beta = (beta1, beta2)") + words;
    }
}
