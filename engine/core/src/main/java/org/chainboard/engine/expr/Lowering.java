package org.chainboard.engine.expr;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.chainboard.engine.expr.Expr.Call;
import org.chainboard.engine.expr.Expr.Compare;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Factor;
import org.chainboard.engine.expr.Expr.Name;
import org.chainboard.engine.expr.Expr.Neg;
import org.chainboard.engine.expr.Expr.Num;
import org.chainboard.engine.expr.Expr.Power;
import org.chainboard.engine.expr.Expr.Product;
import org.chainboard.engine.expr.Expr.Sum;
import org.chainboard.engine.expr.Expr.Term;
import org.chainboard.engine.op.Var;

/** Writes a formula as graph, for given values of its names. */
final class Lowering {
    private final Map<String, Var> values;
    /** What a word writes. */
    private final BiFunction<Word, List<Var>, Var> meaning;
    /** Gives constants their builder and their number type. */
    private final Var any;

    Lowering(Map<String, Var> values) {
        this(values, Word::apply);
    }

    Lowering(Map<String, Var> values, BiFunction<Word, List<Var>, Var> meaning) {
        this.values = values;
        this.meaning = meaning;
        this.any = values.values().iterator().next();
    }

    Var lower(Expr formula) {
        if (formula instanceof Num number) {
            return any.like(number.value());
        } else if (formula instanceof Constant constant) {
            return any.like(constant.value());
        } else if (formula instanceof Name name) {
            return values.get(name.text());
        } else if (formula instanceof Neg neg) {
            return neg.x() instanceof Num number
                    ? any.like(-number.value())
                    : lower(neg.x()).neg();
        } else if (formula instanceof Sum sum) {
            return sum(sum.terms());
        } else if (formula instanceof Product product) {
            return product(product.factors());
        } else if (formula instanceof Power power) {
            return power(power);
        } else if (formula instanceof Compare compare) {
            return compare.how().apply(lower(compare.left()), lower(compare.right()));
        }
        Call call = (Call) formula;
        List<Var> arguments = call.arguments().stream().map(this::lower).toList();
        return call.dims().isEmpty()
                ? meaning.apply(call.word(), arguments)
                : call.word().apply(arguments.get(0), call.dims());
    }

    private Var sum(List<Term> terms) {
        Var sum = lower(terms.get(0).value());
        for (Term term : terms.subList(1, terms.size())) {
            Var value = lower(term.value());
            sum = term.minus() ? sum.sub(value) : sum.add(value);
        }
        return sum;
    }

    private Var product(List<Factor> factors) {
        Var product = lower(factors.get(0).value());
        for (Factor factor : factors.subList(1, factors.size())) {
            Var value = lower(factor.value());
            product = factor.under() ? product.div(value) : product.mul(value);
        }
        return product;
    }

    private Var power(Power power) {
        if (power.base() == Constant.E) {
            return lower(power.exponent()).exp();
        }
        Var base = lower(power.base());
        double exponent = power.exponent() instanceof Num number ? number.value() : Double.NaN;
        // Small whole powers as products: exact and quick.
        if (exponent == 1) {
            return base;
        } else if (exponent == 2) {
            return base.square();
        } else if (exponent == 3) {
            return base.square().mul(base);
        } else if (exponent == 4) {
            return base.square().square();
        }
        return base.pow(lower(power.exponent()));
    }
}
