package org.chainboard.engine.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainboard.engine.expr.Atom.Choice;
import org.chainboard.engine.expr.Atom.Function;
import org.chainboard.engine.expr.Atom.Group;
import org.chainboard.engine.expr.Atom.Test;

/**
 * Calculates with formulas as at school: like terms are collected and equal factors are powers. It may cancel what is not
 * 0 or not negative in the end, as x/x = 1 does; elsewhere the value stays the same.
 */
final class Algebra {
    /** Numbers are raised to whole powers up to this one; (x + 1)^99 stays as it is in any case. */
    private static final int MOST_RAISED = 64;

    private Algebra() {}

    static Terms sum(Terms a, Terms b) {
        if (a.isZero()) {
            return b;
        }
        return b.isZero()
                ? a
                : new Adding().plus(a, Ratio.ONE).plus(b, Ratio.ONE).done();
    }

    static Terms difference(Terms a, Terms b) {
        return sum(a, scaled(b, Ratio.of(-1)));
    }

    static Terms scaled(Terms a, Ratio times) {
        if (times.equals(Ratio.ONE)) {
            return a;
        }
        if (times.sign() == 0 || a.isZero()) {
            return Terms.ZERO;
        }
        if (a.plain().orElse(null) instanceof Choice choice) {
            return choice(choice.test(), scaled(choice.yes(), times), scaled(choice.no(), times));
        }
        // a sum keeps its brackets, as in 2(x + 1), until it is added to something
        return multiplied(asProduct(a), Terms.of(times));
    }

    static Terms product(Terms a, Terms b) {
        if (a.isZero() || b.isZero()) {
            return Terms.ZERO;
        }
        if (a.isNumber()) {
            return scaled(b, a.number().orElseThrow());
        }
        if (b.isNumber()) {
            return scaled(a, b.number().orElseThrow());
        }
        if (a.plain().orElse(null) instanceof Choice choice && choice.takesFactors()) {
            return into(choice, b);
        }
        if (b.plain().orElse(null) instanceof Choice choice && choice.takesFactors()) {
            return into(choice, a);
        }
        return multiplied(asProduct(a), asProduct(b));
    }

    private static Terms into(Choice choice, Terms factor) {
        return choice(
                choice.test(),
                product(choice.yes(), assume(factor, choice.test(), true)),
                product(choice.no(), assume(factor, choice.test(), false)));
    }

    static Terms quotient(Terms a, Terms b) {
        return product(a, power(b, Terms.of(-1)));
    }

    /** A sum as one thing in brackets. */
    static Terms asProduct(Terms a) {
        return a.parts().size() == 1 ? a : Terms.of(new Group(a));
    }

    private static Terms multiplied(Terms a, Terms b) {
        Map.Entry<Monomial, Ratio> left = a.parts().entrySet().iterator().next();
        Map.Entry<Monomial, Ratio> right = b.parts().entrySet().iterator().next();
        Map<Atom, Terms> powers = new LinkedHashMap<>(left.getKey().powers());
        right.getKey().powers().forEach((atom, exponent) -> powers.merge(atom, exponent, Algebra::sum));
        powers.values().removeIf(Terms::isZero);
        Functions.join(powers);
        return Terms.of(new Monomial(powers), left.getValue().times(right.getValue()));
    }

    static Terms power(Terms base, Terms exponent) {
        if (exponent.isZero() || base.isOne()) {
            return Terms.ONE;
        }
        if (exponent.isOne()) {
            return base;
        }
        Optional<Ratio> whole = exponent.number().filter(n -> n.isWholeUpTo(MOST_RAISED));
        if (whole.isPresent() && base.parts().size() == 1) {
            return raised(base, whole.get());
        }
        if (base.isZero() && exponent.number().filter(n -> n.sign() > 0).isPresent()) {
            return Terms.ZERO;
        }
        Atom atom = base.plain().orElseGet(() -> new Group(base));
        return Terms.of(new Monomial(Map.of(atom, exponent)), Ratio.ONE);
    }

    private static Terms raised(Terms base, Ratio exponent) {
        if (base.plain().orElse(null) instanceof Choice choice && choice.takesFactors() && exponent.sign() > 0) {
            Terms times = Terms.of(exponent);
            return choice(choice.test(), power(choice.yes(), times), power(choice.no(), times));
        }
        Map.Entry<Monomial, Ratio> part = base.parts().entrySet().iterator().next();
        Map<Atom, Terms> powers = new LinkedHashMap<>();
        part.getKey().powers().forEach((atom, power) -> powers.put(atom, scaled(power, exponent)));
        return Terms.of(
                new Monomial(powers), part.getValue().power(exponent.over().intValueExact()));
    }

    // ---- one formula or another

    /** 1 where the comparison holds, else 0. */
    static Terms compare(Comparison how, Terms a, Terms b) {
        if (a.equals(b) || a.isNumber() && b.isNumber()) {
            int order = a.equals(b)
                    ? 0
                    : a.number().orElseThrow().compareTo(b.number().orElseThrow());
            return how.holds(order) ? Terms.ONE : Terms.ZERO;
        }
        boolean turned = a.isNumber();
        Test test = turned ? new Test(how.turned(), b, a) : new Test(how, a, b);
        return choice(test, Terms.ONE, Terms.ZERO);
    }

    /** {@code yes} where {@code condition} is not 0, else {@code no}. */
    static Terms choose(Terms condition, Terms yes, Terms no) {
        if (condition.isNumber()) {
            return condition.isZero() ? no : yes;
        }
        if (condition.plain().orElse(null) instanceof Choice choice) {
            return choice(choice.test(), choose(choice.yes(), yes, no), choose(choice.no(), yes, no));
        }
        return choice(new Test(Comparison.DIFFERENT, condition, Terms.ZERO), yes, no);
    }

    static Terms choice(Test test, Terms yes, Terms no) {
        Terms where = assume(yes, test, true);
        Terms elsewhere = assume(no, test, false);
        return where.equals(elsewhere) ? where : Terms.of(new Choice(test, where, elsewhere));
    }

    /** {@code terms} where it is known whether {@code test} holds. */
    static Terms assume(Terms terms, Test test, boolean holds) {
        if (!mentions(terms, test)) {
            return terms;
        }
        Terms sum = Terms.ZERO;
        for (Map.Entry<Monomial, Ratio> part : terms.parts().entrySet()) {
            Terms product = Terms.of(part.getValue());
            for (Map.Entry<Atom, Terms> power : part.getKey().powers().entrySet()) {
                Terms base = assume(power.getKey(), test, holds);
                product = product(product, power(base, assume(power.getValue(), test, holds)));
            }
            sum = sum(sum, product);
        }
        return sum;
    }

    private static Terms assume(Atom atom, Test test, boolean holds) {
        if (atom instanceof Choice choice) {
            Optional<Boolean> answer = Range.decides(test, holds, choice.test());
            if (answer.isPresent()) {
                return assume(answer.get() ? choice.yes() : choice.no(), test, holds);
            }
            Terms condition = compare(
                    choice.test().how(),
                    assume(choice.test().left(), test, holds),
                    assume(choice.test().right(), test, holds));
            return choose(condition, assume(choice.yes(), test, holds), assume(choice.no(), test, holds));
        } else if (atom instanceof Function function) {
            return Functions.call(
                    function.word(),
                    function.arguments().stream()
                            .map(argument -> assume(argument, test, holds))
                            .collect(Collectors.toList()));
        }
        return atom instanceof Group group ? assume(group.sum(), test, holds) : Terms.of(atom);
    }

    private static boolean mentions(Terms terms, Test test) {
        return terms.parts().keySet().stream()
                .flatMap(monomial -> monomial.powers().entrySet().stream())
                .anyMatch(power -> mentions(power.getKey(), test) || mentions(power.getValue(), test));
    }

    private static boolean mentions(Atom atom, Test test) {
        List<Terms> inside = atom.inside();
        return atom instanceof Choice choice && choice.test().left().equals(test.left())
                || inside.stream().anyMatch(terms -> mentions(terms, test));
    }
}
