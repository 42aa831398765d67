package org.chainboard.engine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands before the body: {@code x ->}, {@code (x, y) ->} or {@code f(x) =}. */
final class Header {
    private final Cursor cursor;

    Header(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * The arguments, when there is a header; the cursor then stands at the body.
     *
     * @throws Mistake when an argument comes twice or has the name of a function
     */
    Optional<List<String>> read() {
        if (cursor.peek().is(Token.Kind.NAME) && cursor.peek(1).is("->")) {
            List<Token> one = List.of(cursor.peek());
            cursor.skip(2);
            return Optional.of(checked(one));
        }
        boolean named = cursor.peek().is(Token.Kind.NAME) && cursor.peek(1).is("(");
        int open = named ? 1 : 0;
        List<Token> names = list(open);
        if (names == null || !cursor.peek(open + end(names)).is(named ? "=" : "->")) {
            return Optional.empty();
        }
        cursor.skip(open + end(names) + 1);
        return Optional.of(checked(names));
    }

    /** How many tokens a bracket with these names takes. */
    private static int end(List<Token> names) {
        return 2 * names.size() + 1;
    }

    /** The names in the bracket that opens {@code open} tokens ahead; null when it is no list of names. */
    private List<Token> list(int open) {
        List<Token> names = new ArrayList<>();
        if (!cursor.peek(open).is("(")) {
            return null;
        }
        for (int i = open + 1; ; i += 2) {
            if (!cursor.peek(i).is(Token.Kind.NAME)) {
                return null;
            }
            names.add(cursor.peek(i));
            if (cursor.peek(i + 1).is(")")) {
                return names;
            }
            if (!cursor.peek(i + 1).is(",")) {
                return null;
            }
        }
    }

    private static List<String> checked(List<Token> names) {
        List<String> seen = new ArrayList<>();
        for (Token name : names) {
            if (seen.contains(name.text())) {
                throw new Mistake(name.at(), "twice", name.text());
            }
            if (Vocabulary.find(name.text()).isPresent()) {
                throw new Mistake(name.at(), "argumentName", name.text());
            }
            seen.add(name.text());
        }
        return List.copyOf(seen);
    }
}
