package org.chainboard.engine.expr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Name;

/** What a name in a formula stands for: an argument, a constant, a function or a trainable letter. */
final class Names {
    private static final Set<String> LOGIC = Set.of("and", "or", "not");

    /** Functions that many know, and how to write them here. */
    private static final Map<String, String> INSTEAD = Map.of(
            "log2", "log(x)/log(2)",
            "log10", "log(x)/log(10)",
            "cot", "1/tan(x)",
            "sec", "1/cos(x)",
            "csc", "1/sin(x)",
            "cbrt", "sign(x)*abs(x)^(1/3)",
            "round", "floor(x + 0.5)",
            "ceil", "-floor(-x)",
            "mod", "x - y*floor(x/y)");

    private final Set<String> arguments;

    Names(Set<String> arguments) {
        this.arguments = arguments;
    }

    /**
     * Whether the name before a bracket is called. The constants are not: π(x + 1) is a product.
     *
     * @throws Mistake when it is an argument, which cannot be called
     */
    boolean callable(Token name) {
        if (arguments.contains(name.text())) {
            throw new Mistake(name.at(), "argumentCalled", name.text());
        }
        return !name.text().equals(Constant.PI.text());
    }

    boolean isFunction(Token name) {
        return !arguments.contains(name.text()) && Vocabulary.find(name.text()).isPresent();
    }

    /** The function called {@code name}. @throws Mistake when there is none, with the nearest one there is */
    Word word(Token name) {
        return Vocabulary.find(name.text()).orElseThrow(() -> unknown(name));
    }

    private static Mistake unknown(Token name) {
        String instead = INSTEAD.get(name.text());
        if (instead != null) {
            return new Mistake(name.at(), "instead", name.text(), instead);
        }
        List<String> known = Vocabulary.words().stream()
                .flatMap(word -> Stream.concat(Stream.of(word.name()), word.aliases().stream()))
                .toList();
        return Nearest.to(name.text(), known)
                .map(nearest -> new Mistake(name.at(), "unknownNear", name.text(), nearest))
                .orElseGet(() -> new Mistake(name.at(), "unknown", name.text()));
    }

    /** The value of {@code name}; a name that is nothing else is a trainable letter. @throws Mistake for a function */
    Expr value(Token name) {
        String text = name.text();
        if (arguments.contains(text)) {
            return new Name(text);
        }
        for (Constant constant : Constant.values()) {
            if (text.equals(constant.text()) || text.equals("pi") && constant == Constant.PI) {
                return constant;
            }
        }
        if (LOGIC.contains(text)) {
            throw new Mistake(name.at(), "logic", text);
        }
        Vocabulary.find(text).ifPresent(word -> {
            throw uncalled(word, name);
        });
        return new Name(text);
    }

    private static Mistake uncalled(Word word, Token name) {
        String example = word.isCalled("if")
                ? "x > 0, a, b"
                : String.join(", ", List.of("x", "y", "z").subList(0, word.least()));
        String key = word.least() == 1 ? "uncalled" : "uncalledMany";
        return new Mistake(name.at(), key, name.text(), example);
    }

    void requireCount(Word word, int count, Token name) {
        if (count >= word.least() && count <= word.most()) {
            return;
        }
        String key = word.most() == 1 ? "countOne" : word.most() > word.least() ? "countAtLeast" : "count";
        throw new Mistake(name.at(), key, name.text(), word.least(), count);
    }
}
