package org.chainboard.engine.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.expr.Atom.Choice;
import org.chainboard.engine.expr.Atom.Function;
import org.chainboard.engine.expr.Atom.Group;
import org.chainboard.engine.expr.Atom.Test;

/** A sum while it is being added up: like terms are collected, brackets opened, choices by the same test joined. */
final class Adding {
    /** Choices up to this size become one; larger ones stay side by side. */
    private static final int MOST_JOINED = 60;

    private final Map<Monomial, Ratio> parts = new LinkedHashMap<>();
    private final Map<Test, Choice> choices = new LinkedHashMap<>();

    Adding plus(Terms terms, Ratio times) {
        terms.parts().forEach((monomial, number) -> plus(monomial, number.times(times)));
        return this;
    }

    private void plus(Monomial monomial, Ratio times) {
        Atom plain = monomial.plain().orElse(null);
        if (plain instanceof Group group) {
            plus(group.sum(), times);
        } else if (plain instanceof Choice choice) {
            Choice more =
                    new Choice(choice.test(), Algebra.scaled(choice.yes(), times), Algebra.scaled(choice.no(), times));
            choices.merge(choice.test(), more, Adding::joined);
        } else {
            parts.merge(monomial, times, Ratio::plus);
        }
    }

    private static Choice joined(Choice a, Choice b) {
        return new Choice(a.test(), Algebra.sum(a.yes(), b.yes()), Algebra.sum(a.no(), b.no()));
    }

    /** Puts the second choice into the branches of the first, where that decides it in one of them. */
    private static Terms joined(Terms a, Terms b) {
        if (a.plain().orElse(null) instanceof Choice first && b.plain().orElse(null) instanceof Choice second) {
            boolean decided = a.size() + b.size() <= MOST_JOINED
                    && (Range.decides(first.test(), true, second.test()).isPresent()
                            || Range.decides(first.test(), false, second.test()).isPresent());
            if (decided) {
                return Algebra.choice(
                        first.test(),
                        Algebra.sum(first.yes(), Algebra.assume(b, first.test(), true)),
                        Algebra.sum(first.no(), Algebra.assume(b, first.test(), false)));
            }
        }
        Map<Monomial, Ratio> both = new LinkedHashMap<>(a.parts());
        b.parts().forEach((monomial, number) -> both.merge(monomial, number, Ratio::plus));
        both.values().removeIf(number -> number.sign() == 0);
        return new Terms(both);
    }

    Terms done() {
        Terms chosen = Terms.ZERO;
        for (Choice choice : choices.values()) {
            chosen = joined(chosen, Algebra.choice(choice.test(), choice.yes(), choice.no()));
        }
        chosen.parts().forEach((monomial, number) -> parts.merge(monomial, number, Ratio::plus));
        parts.values().removeIf(number -> number.sign() == 0);
        while (usePythagoras()) {
            parts.values().removeIf(number -> number.sign() == 0);
        }
        return new Terms(parts);
    }

    /** a sin(u)^2 + a cos(u)^2 is a. */
    private boolean usePythagoras() {
        for (Monomial sine : new ArrayList<>(parts.keySet())) {
            for (Atom atom : sine.powers().keySet()) {
                Optional<Monomial> cosine = partner(sine, atom);
                if (cosine.isPresent() && parts.get(sine).equals(parts.get(cosine.get()))) {
                    Ratio times = parts.remove(sine);
                    parts.remove(cosine.get());
                    parts.merge(without(sine, atom), times, Ratio::plus);
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Monomial> partner(Monomial sine, Atom atom) {
        if (!(atom instanceof Function f)
                || !f.word().isCalled("sin")
                || !sine.exponent(atom).filter(Ratio.of(2)::equals).isPresent()) {
            return Optional.empty();
        }
        Map<Atom, Terms> powers = new LinkedHashMap<>(without(sine, atom).powers());
        powers.merge(new Function(Functions.word("cos"), f.arguments()), Terms.of(2), Algebra::sum);
        Monomial cosine = new Monomial(powers);
        return parts.containsKey(cosine) ? Optional.of(cosine) : Optional.empty();
    }

    private static Monomial without(Monomial monomial, Atom atom) {
        Map<Atom, Terms> powers = new LinkedHashMap<>(monomial.powers());
        powers.remove(atom);
        return new Monomial(powers);
    }
}
