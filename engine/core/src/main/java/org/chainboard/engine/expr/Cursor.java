package org.chainboard.engine.expr;

import java.util.List;

/** A place in the tokens of a text. */
final class Cursor {
    private final List<Token> tokens;
    private int next;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The token that comes {@code ahead} after the next one, or before it; the first or the last one beyond the ends. */
    Token peek(int ahead) {
        return tokens.get(Math.max(0, Math.min(next + ahead, tokens.size() - 1)));
    }

    Token peek() {
        return peek(0);
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    /** Takes the next token when it is this sign. */
    boolean takes(String sign) {
        boolean found = peek().is(sign);
        if (found) {
            take();
        }
        return found;
    }

    /** Whether this sign is still to come. */
    boolean isAhead(String sign) {
        return tokens.subList(next, tokens.size()).stream().anyMatch(token -> token.is(sign));
    }

    /** Whether this sign follows the bracket that closes the one that comes next. */
    boolean isBehindBrackets(String sign) {
        int depth = 0;
        for (int ahead = 0; !peek(ahead).is(Token.Kind.END); ahead++) {
            depth += peek(ahead).is("(") ? 1 : peek(ahead).is(")") ? -1 : 0;
            if (depth == 0) {
                return peek(ahead + 1).is(sign);
            }
        }
        return false;
    }

    /** The token taken last. */
    Token before() {
        return peek(-1);
    }
}
