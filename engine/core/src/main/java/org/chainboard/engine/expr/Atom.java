package org.chainboard.engine.expr;

import java.util.List;

/** What a product of {@link Monomial} is made of: something that is not taken apart any further. */
sealed interface Atom {
    /** A name or a constant with a name. */
    record Symbol(Expr written) implements Atom {}

    /** A sum, a product or a number that is the base of a power or stands in brackets. */
    record Group(Terms sum) implements Atom {}

    /** A function of the vocabulary. */
    record Function(Word word, List<Terms> arguments) implements Atom {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** One formula where a comparison holds, else another. */
    record Choice(Test test, Terms yes, Terms no) implements Atom {
        /** Whether a factor may go into the branches without being written twice. */
        boolean takesFactors() {
            return yes.isZero() || no.isZero() || yes.isNumber() && no.isNumber();
        }
    }

    /** A comparison. */
    record Test(Comparison how, Terms left, Terms right) {}

    /** The formulas directly inside. */
    default List<Terms> inside() {
        if (this instanceof Group group) {
            return List.of(group.sum());
        } else if (this instanceof Function function) {
            return function.arguments();
        } else if (this instanceof Choice choice) {
            return List.of(choice.test().left(), choice.test().right(), choice.yes(), choice.no());
        }
        return List.of();
    }
}
