package org.chainboard.engine.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.expr.Atom.Choice;
import org.chainboard.engine.expr.Atom.Function;
import org.chainboard.engine.expr.Expr.Constant;

/** What is known by heart of the functions: their values at 0, their inverses, and which two make a third. */
final class Functions {
    private static final Set<String> ZERO_AT_ZERO =
            Set.of("sin", "tan", "asin", "atan", "sinh", "tanh", "sqrt", "abs", "sign", "log1p");
    private static final Set<String> ONE_AT_ZERO = Set.of("cos", "cosh", "exp");

    /** sin/cos is tan. */
    private record Fraction(String over, String under, String whole) {}

    private static final List<Fraction> FRACTIONS =
            List.of(new Fraction("sin", "cos", "tan"), new Fraction("sinh", "cosh", "tanh"));

    private Functions() {}

    /** A function of the vocabulary, simplified where it is known. */
    static Terms call(Word word, List<Terms> arguments) {
        Terms x = arguments.get(0);
        return switch (word.name()) {
            case "neg" -> Algebra.scaled(x, Ratio.of(-1));
            case "square" -> Algebra.power(x, Terms.of(2));
            case "inv" -> Algebra.power(x, Terms.of(-1));
            case "expm1" -> Algebra.difference(exp(x), Terms.ONE);
            case "exp" -> exp(x);
            case "log" -> log(x);
            default -> known(word, x).orElseGet(() -> Terms.of(new Function(word, arguments)));
        };
    }

    private static Optional<Terms> known(Word word, Terms x) {
        if (x.isZero() && ZERO_AT_ZERO.contains(word.name())) {
            return Optional.of(Terms.ZERO);
        }
        if (x.isZero() && ONE_AT_ZERO.contains(word.name())) {
            return Optional.of(Terms.ONE);
        }
        return x.number().flatMap(number -> switch (word.name()) {
            case "abs" -> Optional.of(Terms.of(number.absolute()));
            case "sign" -> Optional.of(Terms.of(number.sign()));
            default -> Optional.empty();
        });
    }

    private static Terms exp(Terms x) {
        if (x.isZero()) {
            return Terms.ONE;
        }
        boolean undoes =
                x.plain().orElse(null) instanceof Function f && f.word().isCalled("log");
        return undoes ? argument(x) : Terms.of(new Function(word("exp"), List.of(x)));
    }

    private static Terms log(Terms given) {
        Terms x = withoutGuard(given);
        if (x.isOne()) {
            return Terms.ZERO;
        }
        if (x.equals(Terms.of(new Atom.Symbol(Constant.E)))) {
            return Terms.ONE;
        }
        boolean undoes =
                x.plain().orElse(null) instanceof Function f && f.word().isCalled("exp");
        return undoes ? argument(x) : Terms.of(new Function(word("log"), List.of(x)));
    }

    /** The rule of a^b takes the logarithm of 1 where a is 0; the formula says a, as in every book. */
    private static Terms withoutGuard(Terms x) {
        return x.plain().orElse(null) instanceof Choice choice
                        && choice.test().how() == Comparison.EQUAL
                        && choice.test().right().isZero()
                        && choice.yes().isOne()
                        && choice.no().equals(choice.test().left())
                ? choice.no()
                : x;
    }

    private static Terms argument(Terms call) {
        return ((Function) call.plain().orElseThrow()).arguments().get(0);
    }

    static Word word(String name) {
        return Vocabulary.find(name).orElseThrow();
    }

    /**
     * Makes sin(u)/cos(u) a tan(u), u*sign(u) an abs(u), sign(u)/abs(u) a 1/u, sqrt(u)^2 a u, and of several exponential
     * functions one.
     */
    static void join(Map<Atom, Terms> powers) {
        joinExponentials(powers);
        for (Atom atom : List.copyOf(powers.keySet())) {
            if (atom instanceof Function f && powers.containsKey(f)) {
                FRACTIONS.stream()
                        .filter(fraction -> f.word().isCalled(fraction.over))
                        .forEach(fraction -> join(powers, f, fraction));
                joinSign(powers, f);
                openRoot(powers, f);
            }
        }
    }

    private static void join(Map<Atom, Terms> powers, Function over, Fraction fraction) {
        Function under = new Function(word(fraction.under), over.arguments());
        Optional<Ratio> up = powers.get(over).number();
        Optional<Ratio> down = powers.getOrDefault(under, Terms.ZERO).number().map(Ratio::negated);
        if (up.isPresent() && up.equals(down)) {
            Map<Atom, Terms> joined = new LinkedHashMap<>();
            powers.forEach((atom, power) -> {
                if (atom.equals(over)) {
                    joined.merge(new Function(word(fraction.whole), over.arguments()), power, Algebra::sum);
                } else if (!atom.equals(under)) {
                    joined.merge(atom, power, Algebra::sum);
                }
            });
            joined.values().removeIf(Terms::isZero);
            powers.clear();
            powers.putAll(joined);
        }
    }

    private static void joinExponentials(Map<Atom, Terms> powers) {
        List<Atom> exponentials = powers.keySet().stream()
                .filter(atom -> atom instanceof Function f && f.word().isCalled("exp"))
                .toList();
        if (exponentials.size() > 1) {
            Terms sum = Terms.ZERO;
            for (Atom atom : exponentials) {
                Terms exponent = ((Function) atom).arguments().get(0);
                sum = Algebra.sum(sum, Algebra.product(exponent, powers.remove(atom)));
            }
            if (!sum.isZero()) {
                powers.put(new Function(word("exp"), List.of(sum)), Terms.ONE);
            }
        }
    }

    private static void openRoot(Map<Atom, Terms> powers, Function root) {
        Terms inside = root.arguments().get(0);
        Terms exponent = powers.get(root);
        boolean isSquared = Terms.of(2).equals(exponent) || Terms.of(3).equals(exponent);
        if (root.word().isCalled("sqrt") && isSquared && !inside.isNumber()) {
            Atom opened = inside.plain().orElseGet(() -> new Atom.Group(inside));
            powers.remove(root);
            powers.merge(opened, Terms.ONE, Algebra::sum);
            if (Terms.of(3).equals(exponent)) {
                powers.put(root, Terms.ONE);
            }
            powers.values().removeIf(Terms::isZero);
        }
    }

    private static void joinSign(Map<Atom, Terms> powers, Function sign) {
        if (!sign.word().isCalled("sign") || !powers.get(sign).isOne()) {
            return;
        }
        Function absolute = new Function(word("abs"), sign.arguments());
        Atom inside = sign.arguments().get(0).plain().orElse(null);
        if (inside != null
                && powers.getOrDefault(inside, Terms.ZERO)
                        .number()
                        .filter(n -> n.sign() > 0)
                        .isPresent()) {
            powers.remove(sign);
            powers.merge(inside, Terms.of(-1), Algebra::sum);
            powers.merge(absolute, Terms.ONE, Algebra::sum);
        } else if (inside != null && Terms.of(-1).equals(powers.get(absolute))) {
            powers.remove(sign);
            powers.remove(absolute);
            powers.merge(inside, Terms.of(-1), Algebra::sum);
        }
        powers.values().removeIf(Terms::isZero);
    }
}
