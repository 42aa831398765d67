package org.chainboard.engine.expr;

/**
 * A piece of a typed function.
 *
 * @param text what it stands for; signs that mean the same have one spelling here
 * @param at its first character in the whole text
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NUMBER,
        NAME,
        /** An exponent written as small raised digits. */
        RAISED,
        SIGN,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
