package org.chainboard.engine.expr;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** Writes a formula as text that reads back as the same formula. */
final class Printer {
    /** How tightly a formula holds together; a looser one needs brackets where a tighter one is wanted. */
    private enum Hold {
        COMPARISON,
        SUM,
        TERM,
        PRODUCT,
        POWER,
        PART
    }

    /** What would be read as part of the number before it. */
    private static final Pattern EXPONENT = Pattern.compile("[eEf][0-9].*", Pattern.DOTALL);

    private Printer() {}

    static String text(Expr formula) {
        return text(formula, Hold.COMPARISON);
    }

    private static String text(Expr formula, Hold wanted) {
        String text = bare(formula);
        return hold(formula).compareTo(wanted) < 0 ? "(" + text + ")" : text;
    }

    private static Hold hold(Expr formula) {
        if (formula instanceof Compare) {
            return Hold.COMPARISON;
        } else if (formula instanceof Sum) {
            return Hold.SUM;
        } else if (formula instanceof Neg) {
            return Hold.TERM;
        } else if (formula instanceof Product) {
            return Hold.PRODUCT;
        }
        return formula instanceof Power ? Hold.POWER : Hold.PART;
    }

    private static String bare(Expr formula) {
        if (formula instanceof Num number) {
            return Numbers.text(number.value());
        } else if (formula instanceof Name name) {
            return name.text();
        } else if (formula instanceof Constant constant) {
            return constant.text();
        } else if (formula instanceof Neg neg) {
            return "-" + text(neg.x(), Hold.PRODUCT);
        } else if (formula instanceof Sum sum) {
            return sum(sum.terms());
        } else if (formula instanceof Product product) {
            return product(product.factors());
        } else if (formula instanceof Power power) {
            return text(power.base(), Hold.PART) + "^" + text(power.exponent(), Hold.POWER);
        } else if (formula instanceof Compare compare) {
            String sign = " " + compare.how().text() + " ";
            return text(compare.left(), Hold.SUM) + sign + text(compare.right(), Hold.SUM);
        }
        return call((Call) formula);
    }

    private static String call(Call call) {
        return call.arguments().stream()
                .map(Printer::text)
                .collect(Collectors.joining(", ", call.word().name() + "(", dims(call.dims()) + ")"));
    }

    /** {@code dims=1}, and {@code dims=(1, 2)} where there are several. */
    private static String dims(List<Integer> dims) {
        String axes = dims.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return dims.isEmpty() ? "" : dims.size() == 1 ? ", dims=" + axes : ", dims=(" + axes + ")";
    }

    private static String sum(List<Term> terms) {
        StringBuilder text = new StringBuilder(text(terms.get(0).value(), Hold.TERM));
        for (Term term : terms.subList(1, terms.size())) {
            text.append(term.minus() ? " - " : " + ").append(text(term.value(), Hold.PRODUCT));
        }
        return text.toString();
    }

    private static String product(List<Factor> factors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            String written = text(factor.value(), Hold.POWER);
            boolean touching = i == 1 && factors.get(0).value() instanceof Num && !factor.under() && canTouch(written);
            if (i > 0 && !touching) {
                text.append(factor.under() ? "/" : "*");
            }
            text.append(written);
        }
        return text.toString();
    }

    /** Whether it can follow a number without a sign between. */
    private static boolean canTouch(String written) {
        char first = written.charAt(0);
        return (first == '(' || !(first >= '0' && first <= '9'))
                && !EXPONENT.matcher(written).matches();
    }
}
