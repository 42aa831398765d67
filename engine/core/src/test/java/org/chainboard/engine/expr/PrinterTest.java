package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
import org.chainboard.engine.tensor.Rng;
import org.junit.jupiter.api.Test;

/** Any formula at all, written as text, reads back as the same formula. */
class PrinterTest {
    private static final List<Expr> SMALL = List.of(
            new Name("x"),
            new Name("y"),
            new Name("e1"),
            new Name("f2"),
            new Name("rate"),
            Constant.E,
            Constant.PI,
            Num.ZERO,
            new Num(2),
            new Num(0.5),
            new Num(1e21),
            new Num(2e-7),
            new Num(Double.MIN_VALUE),
            new Num(Double.MAX_VALUE));

    @Test
    void everyTreeSurvivesItsText() {
        Rng rng = new Rng(23, 7);
        for (int i = 0; i < 5_000; i++) {
            TypedFunction f = new TypedFunction(List.of("x", "y"), tree(rng, 4), List.of());
            assertThat(TypedFunction.parse(f.text())).as(f.text()).isEqualTo(f);
        }
    }

    private static Expr tree(Rng rng, int depth) {
        if (depth == 0 || rng.below(5) == 0) {
            return SMALL.get(rng.below(SMALL.size()));
        }
        return switch (rng.below(6)) {
            case 0 -> new Neg(tree(rng, depth - 1));
            case 1 -> sum(rng, depth - 1);
            case 2 -> product(rng, depth - 1);
            case 3 -> new Power(tree(rng, depth - 1), tree(rng, depth - 1));
            case 4 ->
                new Compare(
                        Comparison.values()[rng.below(Comparison.values().length)],
                        tree(rng, depth - 1),
                        tree(rng, depth - 1));
            default -> call(rng, depth - 1);
        };
    }

    private static Expr sum(Rng rng, int depth) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(tree(rng, depth), false));
        for (int i = 0; i <= rng.below(3); i++) {
            terms.add(new Term(tree(rng, depth), rng.below(2) == 0));
        }
        return new Sum(terms);
    }

    private static Expr product(Rng rng, int depth) {
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor(tree(rng, depth), false));
        for (int i = 0; i <= rng.below(3); i++) {
            factors.add(new Factor(tree(rng, depth), rng.below(2) == 0));
        }
        return new Product(factors);
    }

    private static Expr call(Rng rng, int depth) {
        Word word = Vocabulary.words().get(rng.below(Vocabulary.words().size()));
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < word.least(); i++) {
            arguments.add(tree(rng, depth));
        }
        List<Integer> dims = rng.below(2) == 0
                ? List.of()
                : List.of(List.of(1), List.of(12), List.of(1, 3)).get(rng.below(3));
        return new Call(word, arguments, word.takesDims() ? dims : List.of());
    }
}
