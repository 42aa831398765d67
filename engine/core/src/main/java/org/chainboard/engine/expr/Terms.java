package org.chainboard.engine.expr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A formula in the form in which it is calculated with by letters: a sum of products, each with an exact number before
 * it. Like terms are one; equal whatever the order.
 */
final class Terms {
    /** What is longer than this no student would recognise; it also bounds the time everything here takes. */
    private static final int LARGEST = 600;

    static final Terms ZERO = new Terms(Map.of());
    static final Terms ONE = of(Ratio.ONE);

    private final Map<Monomial, Ratio> parts;
    private final int hash;
    private final int size;

    /** @throws GivenUp when it is too large */
    Terms(Map<Monomial, Ratio> parts) {
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        this.hash = this.parts.hashCode();
        this.size = this.parts.keySet().stream()
                .mapToInt(monomial -> 1 + monomial.size())
                .sum();
        if (size > LARGEST) {
            throw new GivenUp("too large");
        }
    }

    static Terms of(Ratio number) {
        return of(Monomial.ONE, number);
    }

    static Terms of(long number) {
        return of(Ratio.of(number));
    }

    static Terms of(Atom atom) {
        return of(Monomial.of(atom), Ratio.ONE);
    }

    static Terms of(Monomial monomial, Ratio times) {
        return times.sign() == 0 ? new Terms(Map.of()) : new Terms(Map.of(monomial, times));
    }

    /** The number before each product; none is 0. */
    Map<Monomial, Ratio> parts() {
        return parts;
    }

    int size() {
        return size;
    }

    boolean isZero() {
        return parts.isEmpty();
    }

    boolean isOne() {
        return number().filter(Ratio.ONE::equals).isPresent();
    }

    boolean isNumber() {
        return number().isPresent();
    }

    /** The number that this is, where it is one. */
    Optional<Ratio> number() {
        if (parts.isEmpty()) {
            return Optional.of(Ratio.ZERO);
        }
        return parts.size() == 1 ? Optional.ofNullable(parts.get(Monomial.ONE)) : Optional.empty();
    }

    /** The atom that this is, where it is nothing else. */
    Optional<Atom> plain() {
        return parts.size() == 1 && parts.containsValue(Ratio.ONE)
                ? parts.keySet().iterator().next().plain()
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Terms terms && hash == terms.hash && parts.equals(terms.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
