package org.chainboard.engine.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.chainboard.engine.expr.Expr.Call;
import org.chainboard.engine.expr.Expr.Compare;
import org.chainboard.engine.expr.Expr.Factor;
import org.chainboard.engine.expr.Expr.Name;
import org.chainboard.engine.expr.Expr.Neg;
import org.chainboard.engine.expr.Expr.Power;
import org.chainboard.engine.expr.Expr.Product;
import org.chainboard.engine.expr.Expr.Sum;
import org.chainboard.engine.expr.Expr.Term;

/** Looks through a formula from left to right. */
final class Walk {
    private Walk() {}

    /** The formulas directly inside. */
    static List<Expr> inside(Expr formula) {
        if (formula instanceof Neg neg) {
            return List.of(neg.x());
        } else if (formula instanceof Sum sum) {
            return sum.terms().stream().map(Term::value).toList();
        } else if (formula instanceof Product product) {
            return product.factors().stream().map(Factor::value).toList();
        } else if (formula instanceof Power power) {
            return List.of(power.base(), power.exponent());
        } else if (formula instanceof Compare compare) {
            return List.of(compare.left(), compare.right());
        }
        return formula instanceof Call call ? call.arguments() : List.of();
    }

    /** All names, as often as they occur. */
    static List<String> names(Expr formula) {
        return all(formula).stream()
                .filter(Name.class::isInstance)
                .map(name -> ((Name) name).text())
                .toList();
    }

    /** The formula and everything inside it, as often as it occurs. */
    static List<Expr> all(Expr formula) {
        List<Expr> all = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            Expr next = open.pop();
            all.add(next);
            List<Expr> inside = inside(next);
            for (int i = inside.size() - 1; i >= 0; i--) {
                open.push(inside.get(i));
            }
        }
        return all;
    }
}
