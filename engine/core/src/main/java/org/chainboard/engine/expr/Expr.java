package org.chainboard.engine.expr;

import java.util.List;

/**
 * A formula as a tree. Long sums and products are one node with many children, so the tree is as deep as the brackets of
 * the text and no deeper.
 */
sealed interface Expr {
    /** A number as it was written; never negative. */
    record Num(double value) implements Expr {
        static final Num ZERO = new Num(0);
        static final Num ONE = new Num(1);
    }

    /** An argument or a trainable letter. */
    record Name(String text) implements Expr {}

    /** A number with a name. */
    enum Constant implements Expr {
        PI("π", Math.PI),
        E("e", Math.E);

        private final String text;
        private final double value;

        Constant(String text, double value) {
            this.text = text;
            this.value = value;
        }

        String text() {
            return text;
        }

        double value() {
            return value;
        }
    }

    /** -x. */
    record Neg(Expr x) implements Expr {}

    /** Terms added up from left to right; the first one has a plus. */
    record Sum(List<Term> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** A part of a sum. */
    record Term(Expr value, boolean minus) {}

    /** Factors multiplied from left to right; the first one is not under the line. */
    record Product(List<Factor> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** A part of a product: times its value, or divided by it. */
    record Factor(Expr value, boolean under) {}

    /** base^exponent. */
    record Power(Expr base, Expr exponent) implements Expr {}

    /** 1 where the comparison holds, else 0. */
    record Compare(Comparison how, Expr left, Expr right) implements Expr {}

    /**
     * A function of the vocabulary.
     *
     * @param dims the axes it goes along, counted from 1, rising; empty where it was not said
     */
    record Call(Word word, List<Expr> arguments, List<Integer> dims) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            dims = List.copyOf(dims);
        }

        Call(Word word, List<Expr> arguments) {
            this(word, arguments, List.of());
        }
    }
}
