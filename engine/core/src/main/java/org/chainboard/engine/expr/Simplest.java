package org.chainboard.engine.expr;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.chainboard.engine.expr.Atom.Choice;
import org.chainboard.engine.expr.Atom.Group;

/** Looks for the shortest way to write a formula: as it is, multiplied out, over one line, or with a factor taken out. */
final class Simplest {
    /** Powers of sums are multiplied out up to this one. */
    private static final int MOST_EXPANDED = 4;
    /** Two sums that give more products than this are not multiplied out: the result would be longer. */
    private static final int MOST_PRODUCTS = 48;
    /** Brackets stay unless opening them saves so many characters: 2(x + 1) is as good as 2x + 2. */
    private static final int WORTH = 5;

    private final ToIntFunction<Terms> length;

    /** @param length how long a formula is when it is written */
    Simplest(ToIntFunction<Terms> length) {
        this.length = length;
    }

    Terms of(Terms given) {
        if (given.plain().orElse(null) instanceof Choice choice) {
            return Algebra.choice(choice.test(), of(choice.yes()), of(choice.no()));
        }
        Terms best = changed(given, Simplest::factored);
        best = length.applyAsInt(best) > length.applyAsInt(given) ? given : best;
        Terms expanded = changed(given, Simplest::expanded);
        for (Terms other : List.of(
                expanded,
                changed(given, Simplest::overOneLine),
                changed(expanded, Simplest::overOneLine),
                changed(expanded, Simplest::factored))) {
            int worth = isBracket(given) || !isPolynomial(other) ? WORTH : 0;
            if (length.applyAsInt(other) + worth <= length.applyAsInt(best)) {
                best = other;
            }
        }
        return best;
    }

    private static boolean isPolynomial(Terms terms) {
        return terms.parts().keySet().stream().allMatch(Monomial::isPolynomial);
    }

    /** A number before something in brackets, such as 2(x + 1)^3. */
    private static boolean isBracket(Terms terms) {
        return terms.parts().size() == 1
                && terms.parts().keySet().iterator().next().powers().size() == 1;
    }

    private static Terms changed(Terms given, UnaryOperator<Terms> change) {
        try {
            return change.apply(given);
        } catch (GivenUp tooLarge) {
            return given;
        }
    }

    /** Multiplies out the sums in brackets. */
    private static Terms expanded(Terms given) {
        Adding all = new Adding();
        given.parts().forEach((monomial, number) -> all.plus(expanded(monomial), number));
        return all.done();
    }

    private static Terms expanded(Monomial monomial) {
        Terms product = Terms.ONE;
        for (Map.Entry<Atom, Terms> power : monomial.powers().entrySet()) {
            Optional<Ratio> exponent =
                    power.getValue().number().filter(n -> n.isWholeUpTo(MOST_EXPANDED) && n.sign() > 0);
            if (power.getKey() instanceof Group group && exponent.isPresent()) {
                Terms inside = expanded(group.sum());
                for (int i = 0; i < exponent.get().over().intValueExact(); i++) {
                    product = distributed(product, inside);
                }
            } else {
                product = distributed(product, Algebra.power(Terms.of(power.getKey()), power.getValue()));
            }
        }
        return product;
    }

    private static Terms distributed(Terms a, Terms b) {
        if (a.parts().size() * b.parts().size() > MOST_PRODUCTS) {
            throw new GivenUp("too many products");
        }
        Adding all = new Adding();
        a.parts()
                .forEach((left, number) -> b.parts()
                        .forEach((right, times) ->
                                all.plus(Algebra.product(Terms.of(left, number), Terms.of(right, times)), Ratio.ONE)));
        return all.done();
    }

    /** Brings the parts over their common denominator. */
    private static Terms overOneLine(Terms given) {
        Terms under = Terms.ONE;
        for (Map.Entry<Atom, Ratio> power : lowest(given, false).entrySet()) {
            under = Algebra.product(
                    under,
                    Algebra.power(
                            Terms.of(power.getKey()), Terms.of(power.getValue().negated())));
        }
        if (under.isOne()) {
            return given;
        }
        Adding over = new Adding();
        for (Map.Entry<Monomial, Ratio> part : given.parts().entrySet()) {
            over.plus(expanded(Algebra.product(Terms.of(part.getKey(), part.getValue()), under)), Ratio.ONE);
        }
        return Algebra.quotient(factored(over.done()), under);
    }

    /** Takes out what all parts have in common. */
    private static Terms factored(Terms given) {
        if (given.parts().size() < 2 || isPolynomial(given)) {
            return given;
        }
        Terms common = common(given);
        if (common.isNumber()) {
            return given;
        }
        Adding rest = new Adding();
        given.parts()
                .forEach((monomial, number) ->
                        rest.plus(Algebra.quotient(Terms.of(monomial, number), common), Ratio.ONE));
        return Algebra.product(common, rest.done());
    }

    private static Terms common(Terms given) {
        Terms common = Terms.of(commonNumber(given));
        Monomial first = given.parts().keySet().iterator().next();
        Map<Atom, Ratio> lowest = lowest(given, true);
        for (Map.Entry<Atom, Terms> power : first.powers().entrySet()) {
            Atom atom = power.getKey();
            boolean everywhere = given.parts().keySet().stream()
                    .allMatch(monomial ->
                            power.getValue().equals(monomial.powers().get(atom)));
            Terms shared = everywhere ? power.getValue() : Terms.of(lowest.getOrDefault(atom, Ratio.ZERO));
            common = Algebra.product(common, Algebra.power(Terms.of(atom), shared));
        }
        return common;
    }

    private static Ratio commonNumber(Terms given) {
        BigInteger common = BigInteger.ZERO;
        for (Ratio number : given.parts().values()) {
            if (!number.isWhole()) {
                return Ratio.ONE;
            }
            common = common.gcd(number.over());
        }
        return new Ratio(common, BigInteger.ONE);
    }

    /** The lowest exponent of each atom over all parts where it is above 0, or below 0. */
    private static Map<Atom, Ratio> lowest(Terms given, boolean above) {
        Map<Atom, Ratio> lowest = new LinkedHashMap<>();
        for (Monomial one : given.parts().keySet()) {
            for (Atom atom : one.powers().keySet()) {
                Ratio least = null;
                for (Monomial monomial : given.parts().keySet()) {
                    Ratio exponent = monomial.exponent(atom).orElse(Ratio.ZERO);
                    least = least == null || exponent.compareTo(least) < 0 ? exponent : least;
                }
                if (least != null && (above ? least.sign() > 0 : least.sign() < 0)) {
                    lowest.put(atom, least);
                }
            }
        }
        return lowest;
    }
}
