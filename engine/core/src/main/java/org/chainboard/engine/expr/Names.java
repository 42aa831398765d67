package org.chainboard.engine.expr;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Name;

/** What a name in a formula stands for: an argument, a constant, a function or a trainable letter. */
final class Names {
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

    /** The function called {@code name}. @throws Mistake when there is none, with the nearest one there is */
    Word word(Token name) {
        return Vocabulary.find(name.text()).orElseThrow(() -> unknown(name));
    }

    private static Mistake unknown(Token name) {
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
        if (Vocabulary.find(text).isPresent()) {
            throw new Mistake(name.at(), "uncalled", text);
        }
        return new Name(text);
    }

    void requireCount(Word word, int count, Token name) {
        if (count >= word.least() && count <= word.most()) {
            return;
        }
        String key = word.most() == 1 ? "countOne" : word.most() > word.least() ? "countAtLeast" : "count";
        throw new Mistake(name.at(), key, name.text(), word.least(), count);
    }
}
