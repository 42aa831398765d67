package org.chainboard.engine.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms, so that 0.1 * 3 is 0.3 and a third is a third.
 *
 * @param over the number above the line
 * @param under the number below the line, positive
 */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    /** Beyond this many bits a fraction is rounded to the nearest double. */
    private static final int LONGEST = 1200;

    private static final MathContext EXACT_ENOUGH = new MathContext(25);

    Ratio {
        if (!under.equals(BigInteger.ONE)) {
            BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
            over = over.divide(common);
            under = under.divide(common);
        }
    }

    static Ratio of(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /** The number as it is written, so 0.1 is a tenth. @throws GivenUp when it is not finite */
    static Ratio of(double number) {
        if (!Double.isFinite(number)) {
            throw new GivenUp("not finite");
        }
        BigDecimal written = BigDecimal.valueOf(number);
        int places = written.scale();
        return places > 0
                ? new Ratio(written.unscaledValue(), BigInteger.TEN.pow(places))
                : new Ratio(written.toBigIntegerExact(), BigInteger.ONE);
    }

    private static Ratio of(BigInteger over, BigInteger under) {
        Ratio exact = new Ratio(over, under);
        if (Math.max(exact.over.bitLength(), exact.under.bitLength()) <= LONGEST) {
            return exact;
        }
        double rounded = exact.value();
        if (rounded == 0) {
            throw new GivenUp("too small");
        }
        return of(rounded);
    }

    double value() {
        return isWhole()
                ? over.doubleValue()
                : new BigDecimal(over)
                        .divide(new BigDecimal(under), EXACT_ENOUGH)
                        .doubleValue();
    }

    Ratio plus(Ratio other) {
        return of(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    Ratio times(Ratio other) {
        return of(over.multiply(other.over), under.multiply(other.under));
    }

    Ratio negated() {
        return new Ratio(over.negate(), under);
    }

    /** One over this, which is not zero. */
    Ratio inverse() {
        return new Ratio(under, over);
    }

    /** This to a whole power; where that is negative this is not zero. */
    Ratio power(int exponent) {
        Ratio base = exponent < 0 ? inverse() : this;
        int times = Math.abs(exponent);
        return of(base.over.pow(times), base.under.pow(times));
    }

    Ratio absolute() {
        return over.signum() < 0 ? negated() : this;
    }

    int sign() {
        return over.signum();
    }

    boolean isWhole() {
        return under.equals(BigInteger.ONE);
    }

    /** Whether it has a last digit when it is written as a decimal number. */
    boolean isDecimal() {
        BigInteger rest = under.shiftRight(Math.max(0, under.getLowestSetBit()));
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** Whether it is a whole number of at most {@code most}, whatever its sign. */
    boolean isWholeUpTo(int most) {
        return isWhole() && over.abs().compareTo(BigInteger.valueOf(most)) <= 0;
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
