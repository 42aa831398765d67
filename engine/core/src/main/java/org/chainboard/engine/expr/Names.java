package org.chainboard.engine.expr;

import java.util.Comparator;
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
        String wanted = name.text();
        String nearest = Vocabulary.words().stream()
                .flatMap(word -> Stream.concat(Stream.of(word.name()), word.aliases().stream()))
                .min(Comparator.comparingInt(known -> distance(wanted, known)))
                .orElseThrow();
        int allowed = Math.max(1, wanted.length() / 2);
        if (wanted.length() > 1 && distance(wanted, nearest) <= allowed) {
            return new Mistake(name.at(), "unknownNear", wanted, nearest);
        }
        return new Mistake(name.at(), "unknown", wanted);
    }

    /** The least number of letters to change, add or leave out (Levenshtein); upper and lower case are the same. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
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
