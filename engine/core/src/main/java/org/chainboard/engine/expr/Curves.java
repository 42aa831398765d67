package org.chainboard.engine.expr;

import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;

/**
 * The activations that are not primitive ops, with the formulas of NNlib 0.9 (named at each). All but softmax and
 * logsoftmax work element by element.
 *
 * <p>A branch that is not taken is kept from overflowing, so that no gradient becomes infinity times 0.
 */
final class Curves {
    private static final double SELU_SCALE = 1.0507009873554804934193349852946;
    private static final double SELU_ALPHA = 1.6732632423543772848170429916717;
    /** Where the gate of gelu is 0 or 1 to the last bit. */
    private static final double GELU_SATURATED = 30;

    private Curves() {}

    private static Var clamp(Var x, double low, double high) {
        return x.max(x.like(low)).min(x.like(high));
    }

    /** x for x > 0, else {@code curve(x)}; the curve does not see positive numbers. */
    private static Var bentBelowZero(Var x, double alpha) {
        Var positive = x.greater(x.like(0));
        Var rest = Var.where(positive, x.like(0), x);
        return Var.where(positive, x, rest.apply(Unary.EXPM1).mul(alpha));
    }

    /** x for x > 0, else 0.01 x. */
    static Var leakyrelu(Var x) {
        return Var.where(x.greater(x.like(0)), x, x.mul(0.01));
    }

    /** x for x > 0, else 11/48 x: the middle of the slopes 1/8 to 1/3 between which rrelu draws in training. */
    static Var rrelu(Var x) {
        return Var.where(x.greater(x.like(0)), x, x.mul(11.0 / 48));
    }

    /** x for x > 0, else exp(x) - 1. */
    static Var elu(Var x) {
        return bentBelowZero(x, 1);
    }

    /** λ (x for x > 0, else α (exp(x) - 1)), with the constants of Klambauer et al., 2017. */
    static Var selu(Var x) {
        return bentBelowZero(x, SELU_ALPHA).mul(SELU_SCALE);
    }

    /** The approximation gelu_tanh, which NNlib 0.9 calls gelu: x σ(√(8/π) x (1 + 0.044715 x²)), which equals x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))). */
    static Var gelu(Var x) {
        Var near = clamp(x, -GELU_SATURATED, GELU_SATURATED);
        Var gate = near.square().mul(0.044715).add(1).mul(near).mul(Math.sqrt(8 / Math.PI));
        return x.mul(gate.sigmoid());
    }

    /** x σ(x). */
    static Var swish(Var x) {
        return x.mul(x.sigmoid());
    }

    /** x tanh(softplus(x)). */
    static Var mish(Var x) {
        return x.mul(x.softplus().tanh());
    }

    /** x tanh(x). */
    static Var lisht(Var x) {
        return x.mul(x.tanh());
    }

    /** x / (1 + |x|). */
    static Var softsign(Var x) {
        return x.div(x.abs().add(1));
    }

    /** max(0, min(1, (x + 3) / 6)). */
    static Var hardsigmoid(Var x) {
        return clamp(x.add(3).div(6), 0, 1);
    }

    /** max(-1, min(1, x)). */
    static Var hardtanh(Var x) {
        return clamp(x, -1, 1);
    }

    /** x hardσ(x). */
    static Var hardswish(Var x) {
        return x.mul(hardsigmoid(x));
    }

    /** min(max(0, x), 6). */
    static Var relu6(Var x) {
        return x.relu().min(x.like(6));
    }

    /** log(σ(x)) = -softplus(-x). */
    static Var logsigmoid(Var x) {
        return x.neg().softplus().neg();
    }

    /** x - tanh(x). */
    static Var tanhshrink(Var x) {
        return x.sub(x.tanh());
    }

    /** x - ½ for x ≥ ½, x + ½ for x ≤ -½, else 0. */
    static Var softshrink(Var x) {
        Var low = x.sub(0.5);
        Var high = x.add(0.5);
        Var zero = x.like(0);
        // 0 x and not 0: what is no number stays so
        return Var.where(low.greater(zero), low, Var.where(zero.greater(high), high, x.mul(0)));
    }

    /** 0 for x ≤ 1, else x. */
    static Var trelu(Var x) {
        Var one = x.like(1);
        Var atMostOne = one.greater(x).add(x.equalTo(one));
        return Var.where(atMostOne, x.like(0), x);
    }

    /** log(cosh(x)) = x + softplus(-2x) - log 2. */
    static Var logcosh(Var x) {
        return x.add(x.mul(-2).softplus()).sub(Math.log(2));
    }

    /** exp(x) divided by its sum over the first axis. */
    static Var softmax(Var x) {
        return softmax(x, first(x));
    }

    /** exp(x) divided by its sum over {@code axes}. */
    static Var softmax(Var x, int... axes) {
        Var e = lowered(x, axes).exp();
        return e.div(over(e, axes));
    }

    /** The logarithm of {@link #softmax(Var)}. */
    static Var logsoftmax(Var x) {
        return logsoftmax(x, first(x));
    }

    /** The logarithm of {@link #softmax(Var, int...)}. */
    static Var logsoftmax(Var x, int... axes) {
        Var low = lowered(x, axes);
        return low.sub(over(low.exp(), axes).log());
    }

    private static int[] first(Var x) {
        return x.shape().isScalar() ? new int[0] : new int[] {0};
    }

    private static Var over(Var x, int... axes) {
        return axes.length == 0 ? x : x.sumKept(axes);
    }

    /**
     * x less the whole part of the maximum over {@code axes}, so that exp stays below e. Softmax does not change by it;
     * the whole part has no slope, so the gradient is spared a detour that would cancel.
     */
    private static Var lowered(Var x, int... axes) {
        return x.sub(x.maxKept(axes).apply(Unary.FLOOR));
    }
}
