package org.chainboard.engine.expr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A product of powers without a number before it, in the order of its writing; equal whatever the order. */
final class Monomial {
    static final Monomial ONE = new Monomial(Map.of());

    private final Map<Atom, Terms> powers;
    private final int hash;
    private final int size;

    Monomial(Map<Atom, Terms> powers) {
        this.powers = Collections.unmodifiableMap(new LinkedHashMap<>(powers));
        this.hash = this.powers.hashCode();
        this.size = this.powers.entrySet().stream()
                .mapToInt(power -> size(power.getKey()) + power.getValue().size())
                .sum();
    }

    private static int size(Atom atom) {
        return 1 + atom.inside().stream().mapToInt(Terms::size).sum();
    }

    static Monomial of(Atom atom) {
        return new Monomial(Map.of(atom, Terms.ONE));
    }

    /** The exponent of each factor. */
    Map<Atom, Terms> powers() {
        return powers;
    }

    /** How much there would be to write. */
    int size() {
        return size;
    }

    /** The only factor, where there is one alone and to the first power. */
    Optional<Atom> plain() {
        return powers.size() == 1 && powers.containsValue(Terms.ONE)
                ? Optional.of(powers.keySet().iterator().next())
                : Optional.empty();
    }

    /** The exponent of {@code atom}, 0 where it does not occur; empty where it is no number. */
    Optional<Ratio> exponent(Atom atom) {
        return powers.getOrDefault(atom, Terms.ZERO).number();
    }

    /** Whether there are but names to whole powers from 0. */
    boolean isPolynomial() {
        return powers.entrySet().stream()
                .allMatch(power -> power.getKey() instanceof Atom.Symbol
                        && power.getValue()
                                .number()
                                .filter(n -> n.isWhole() && n.sign() > 0)
                                .isPresent());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Monomial monomial && hash == monomial.hash && powers.equals(monomial.powers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
