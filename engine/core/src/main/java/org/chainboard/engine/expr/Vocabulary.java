package org.chainboard.engine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chainboard.engine.op.Reduction;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;

/** Every function that can be called by name, one row each; menus, documentation and tests loop over it. */
public final class Vocabulary {
    private static final List<Word> WORDS = all();

    private Vocabulary() {}

    /** All rows. */
    public static List<Word> words() {
        return WORDS;
    }

    /** The row with this name or other name. */
    public static Optional<Word> find(String name) {
        return WORDS.stream().filter(word -> word.isCalled(name)).findFirst();
    }

    private static List<Word> all() {
        List<Word> words = new ArrayList<>();
        for (Unary op : Unary.values()) {
            words.add(primitive(op));
        }
        words.addAll(activations());
        words.addAll(pairs());
        words.addAll(reductions());
        words.addAll(others());
        return List.copyOf(words);
    }

    private static Word primitive(Unary op) {
        UnaryOperator<Var> meaning = x -> x.apply(op);
        return switch (op) {
            case SIGMOID -> one("σ", meaning, "sigmoid", "sigmoid_fast");
            case TANH -> one("tanh", meaning, "tanh_fast");
            case LOG -> one("log", meaning, "ln");
            case SQRT -> one("sqrt", meaning, "√");
            case TAN -> one("tan", meaning, "tg");
            case ASIN -> one("asin", meaning, "arcsin");
            case ACOS -> one("acos", meaning, "arccos");
            case ATAN -> one("atan", meaning, "arctan");
            case SIGN -> one("sign", meaning, "sgn");
            default -> one(op.label(), meaning);
        };
    }

    private static List<Word> activations() {
        return List.of(
                one("leakyrelu", Curves::leakyrelu),
                one("elu", Curves::elu),
                // the same as elu for its usual α = 1
                one("celu", Curves::elu),
                one("selu", Curves::selu),
                one("gelu", Curves::gelu, "gelu_tanh"),
                one("swish", Curves::swish, "silu"),
                one("mish", Curves::mish),
                one("lisht", Curves::lisht),
                one("softsign", Curves::softsign),
                one("hardσ", Curves::hardsigmoid, "hardsigmoid"),
                one("hardtanh", Curves::hardtanh),
                one("hardswish", Curves::hardswish),
                one("relu6", Curves::relu6),
                one("logσ", Curves::logsigmoid, "logsigmoid"),
                one("tanhshrink", Curves::tanhshrink),
                one("softshrink", Curves::softshrink),
                one("trelu", Curves::trelu, "thresholdrelu"),
                one("logcosh", Curves::logcosh),
                one("rrelu", Curves::rrelu),
                along("softmax", Curves::softmax, Curves::softmax),
                along("logsoftmax", Curves::logsoftmax, Curves::logsoftmax));
    }

    private static List<Word> pairs() {
        return List.of(
                two("add", Var::add),
                two("sub", Var::sub),
                two("mul", Var::mul),
                two("div", Var::div),
                two("pow", Var::pow),
                two("greater", Var::greater),
                two("equal", Var::equalTo),
                many("max", Var::max),
                many("min", Var::min),
                two("atan2", Var::atan2),
                two("hypot", Var::hypot),
                two("logaddexp", Var::logaddexp),
                two("dot", Var::dot),
                two("outer", Var::outer),
                two("matmul", Var::matmul));
    }

    private static List<Word> reductions() {
        return List.of(
                reduction("sum", Reduction.SUM),
                reduction("mean", Reduction.MEAN),
                reduction("prod", Reduction.PROD),
                reduction("var", Reduction.VAR),
                reduction("std", Reduction.STD),
                reduction("norm", Reduction.NORM),
                reduction("logsumexp", Reduction.LOGSUMEXP),
                reduction("maximum", Reduction.MAXIMUM),
                reduction("minimum", Reduction.MINIMUM),
                one("transpose", Var::transpose));
    }

    private static List<Word> others() {
        return List.of(
                word("if", List.of("ifelse", "where"), 3, 3, a -> Var.where(a.get(0), a.get(1), a.get(2))),
                word("clamp", List.of(), 3, 3, a -> a.get(0).clamp(a.get(1), a.get(2))));
    }

    private static Word reduction(String name, Reduction row) {
        return along(name, row::of, row::kept);
    }

    private static Word along(String name, UnaryOperator<Var> meaning, Word.Along along) {
        return new Word(name, List.of(), 1, 1, arguments -> meaning.apply(arguments.get(0)), Optional.of(along));
    }

    private static Word word(String name, List<String> aliases, int least, int most, Function<List<Var>, Var> meaning) {
        return new Word(name, aliases, least, most, meaning, Optional.empty());
    }

    private static Word one(String name, UnaryOperator<Var> meaning, String... aliases) {
        return word(name, List.of(aliases), 1, 1, arguments -> meaning.apply(arguments.get(0)));
    }

    private static Word two(String name, BinaryOperator<Var> meaning) {
        return word(name, List.of(), 2, 2, arguments -> meaning.apply(arguments.get(0), arguments.get(1)));
    }

    private static Word many(String name, BinaryOperator<Var> meaning) {
        return word(
                name,
                List.of(),
                2,
                Integer.MAX_VALUE,
                arguments -> arguments.stream().reduce(meaning).orElseThrow());
    }
}
