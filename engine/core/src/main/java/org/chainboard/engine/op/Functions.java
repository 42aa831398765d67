package org.chainboard.engine.op;

import org.chainboard.engine.tensor.Shape;

/**
 * The functions of {@link Var} that work element by element: a result has the size of the value itself or, with two, the
 * common size (see {@link Shape#broadcast}). Angles are in radians. Where slopes are not those of the textbook, at a
 * corner or a pole, the row of {@link Unary} or {@link Binary} says what they are; so does the manual, page gradients.
 */
public sealed interface Functions permits Var {
    /** Any function of the table {@link Unary}. */
    Var apply(Unary function);

    /** Any function of the table {@link Binary}, after stretching both to a common size. */
    Var apply(Binary function, Var other);

    /** x². */
    default Var square() {
        return apply(Unary.SQUARE);
    }

    /** NaN for negative numbers; the slope at 0 is infinite. */
    default Var sqrt() {
        return apply(Unary.SQRT);
    }

    /** 1 / x. */
    default Var reciprocal() {
        return apply(Unary.RECIPROCAL);
    }

    /** eˣ; infinite above about 709.8 in float64, above about 88.7 in float32. */
    default Var exp() {
        return apply(Unary.EXP);
    }

    /** exp(x) - 1, with all digits near 0. */
    default Var expm1() {
        return apply(Unary.EXPM1);
    }

    /** The natural logarithm; -∞ at 0, NaN for negative numbers. */
    default Var log() {
        return apply(Unary.LOG);
    }

    /** log(1 + x), with all digits near 0. */
    default Var log1p() {
        return apply(Unary.LOG1P);
    }

    /** The sine of an angle in radians. */
    default Var sin() {
        return apply(Unary.SIN);
    }

    /** The cosine of an angle in radians. */
    default Var cos() {
        return apply(Unary.COS);
    }

    /** The tangent of an angle in radians. */
    default Var tan() {
        return apply(Unary.TAN);
    }

    /** The angle from -π/2 to π/2 with this sine; NaN outside -1 to 1. */
    default Var asin() {
        return apply(Unary.ASIN);
    }

    /** The angle from 0 to π with this cosine; NaN outside -1 to 1. */
    default Var acos() {
        return apply(Unary.ACOS);
    }

    /** The angle from -π/2 to π/2 with this tangent. */
    default Var atan() {
        return apply(Unary.ATAN);
    }

    /** The hyperbolic sine (eˣ - e⁻ˣ) / 2. */
    default Var sinh() {
        return apply(Unary.SINH);
    }

    /** The hyperbolic cosine (eˣ + e⁻ˣ) / 2. */
    default Var cosh() {
        return apply(Unary.COSH);
    }

    /** The hyperbolic tangent (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ). */
    default Var tanh() {
        return apply(Unary.TANH);
    }

    /** 1 / (1 + e⁻ˣ); never NaN for a finite x. */
    default Var sigmoid() {
        return apply(Unary.SIGMOID);
    }

    /** log(1 + eˣ), without overflow on the way. */
    default Var softplus() {
        return apply(Unary.SOFTPLUS);
    }

    /** max(x, 0); the slope at 0 is 0. */
    default Var relu() {
        return apply(Unary.RELU);
    }

    /** |x|; the slope at 0 is 0. */
    default Var abs() {
        return apply(Unary.ABS);
    }

    /** -1, 0 or 1; the slope is 0 everywhere. */
    default Var sign() {
        return apply(Unary.SIGN);
    }

    /** The next whole number below; the slope is 0 everywhere. */
    default Var floor() {
        return apply(Unary.FLOOR);
    }

    // ---- two numbers

    /** The larger of two; equal ones share the slope. */
    default Var max(Var other) {
        return apply(Binary.MAX, other);
    }

    /** The smaller of two; equal ones share the slope. */
    default Var min(Var other) {
        return apply(Binary.MIN, other);
    }

    /** The angle of the point ({@code x}, this): this is its height. */
    default Var atan2(Var x) {
        return apply(Binary.ATAN2, x);
    }

    /** √(this² + other²), without overflow on the way. */
    default Var hypot(Var other) {
        return apply(Binary.HYPOT, other);
    }

    /** log(exp(this) + exp(other)), without overflow on the way. */
    default Var logaddexp(Var other) {
        return apply(Binary.LOGADDEXP, other);
    }

    /** The nearest number from {@code low} to {@code high}; on a border the slope is ½, as that of max and min is. */
    default Var clamp(Var low, Var high) {
        return max(low).min(high);
    }

    /** As {@link #clamp(Var, Var)}, with plain numbers. */
    default Var clamp(double low, double high) {
        Var self = (Var) this;
        return clamp(self.like(low), self.like(high));
    }

    // ---- comparisons: 1 where it holds, else 0; nothing compares with NaN, so there all but notEqual give 0

    /** 1 where this is greater than {@code other}, else 0. */
    default Var greater(Var other) {
        return apply(Binary.GREATER, other);
    }

    /** 1 where this equals {@code other}, else 0. */
    default Var equalTo(Var other) {
        return apply(Binary.EQUAL, other);
    }

    /** 1 where this is less than {@code other}, else 0. */
    default Var less(Var other) {
        return other.greater((Var) this);
    }

    /** 1 where this is greater than {@code other} or equal, else 0. */
    default Var greaterOrEqual(Var other) {
        return greater(other).add(equalTo(other));
    }

    /** 1 where this is less than {@code other} or equal, else 0. */
    default Var lessOrEqual(Var other) {
        return other.greaterOrEqual((Var) this);
    }

    /** 0 where this equals {@code other}, else 1; NaN is equal to nothing. */
    default Var notEqual(Var other) {
        Var equal = equalTo(other);
        return equal.like(1).sub(equal);
    }
}
