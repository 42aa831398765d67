package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The derivative as a formula has the values that {@link Gradient} computes, away from corners and poles. */
class DerivativeValuesTest {
    private static final double[] PLACES = {-4.3, -2.3, -0.8, -0.37, 0.3, 0.71, 1.7, 2.6, 5.2};
    private static final Map<String, Double> LETTERS = Map.of("a", 0.7, "b", 1.3, "n", 2.5, "c", -0.4);

    /** The value of {@code f}, its slope and the slope of that by its first argument, from the engine. */
    private static double[] computed(TypedFunction f, double at) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.constant(builder, Tensor.scalar(at));
        Var first = Gradient.gradient(v -> apply(f, v), x);
        Var second = Gradient.gradient(v -> Gradient.gradient(w -> apply(f, w), v), x);
        return new double[] {first.item(), second.item()};
    }

    private static Var apply(TypedFunction f, Var x) {
        Map<String, Var> letters = new LinkedHashMap<>();
        f.letters().forEach(name -> letters.put(name, x.like(LETTERS.get(name))));
        return f.apply(List.of(x), letters);
    }

    private static double value(TypedFunction f, double at) {
        return apply(f, Var.constant(new GraphBuilder(new Eager()), Tensor.scalar(at)))
                .item();
    }

    private static void agrees(TypedFunction f) {
        Optional<TypedFunction> first = f.derivative();
        Optional<TypedFunction> second = first.flatMap(TypedFunction::derivative);
        for (double at : PLACES) {
            double[] expected = computed(f, at);
            first.ifPresent(slope -> close(f, slope, at, expected[0]));
            second.ifPresent(slope -> close(f, slope, at, expected[1]));
        }
        first.ifPresent(slope -> assertThat(TypedFunction.of(slope.text())).isEqualTo(slope));
        second.ifPresent(slope -> assertThat(TypedFunction.of(slope.text())).isEqualTo(slope));
    }

    private static void close(TypedFunction f, TypedFunction slope, double at, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(value(slope, at))
                    .as("%s has the slope %s at %s", f, slope, at)
                    .isCloseTo(expected, Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Every word of one argument, alone and in a chain, a product and a quotient. */
    static List<String> words() {
        List<String> texts = new ArrayList<>();
        for (Word word : Vocabulary.words()) {
            if (word.least() == 1) {
                String call = word.name() + "(%s)";
                texts.add(call.formatted("x"));
                texts.add(call.formatted("a*x + 0.2"));
                texts.add("x*" + call.formatted("x^2/4"));
                texts.add("1/(3 + " + call.formatted("x") + "^2)");
            } else if (word.least() == 2) {
                texts.add(word.name() + "(x, a)");
                texts.add(word.name() + "(b, x)^2");
                texts.add("sin(" + word.name() + "(x^2, x))");
            } else {
                texts.add(word.name() + "(x, a, b)");
                texts.add(word.name() + "(x, -1, 1)*x");
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("words")
    void ofEveryWord(String text) {
        TypedFunction f = TypedFunction.of(text);
        try {
            value(f, 1);
        } catch (ShapeException matrix) {
            assertThat(f.derivative()).isEmpty();
            return;
        }
        agrees(f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3x^2 + 2x + 1",
                "(x + 1)^3*(x - 2)^2",
                "x^n + a*x^b",
                "a^x*x^a",
                "x^x",
                "(x^2 + 1)^x",
                "x^-3/(1 + x^2)",
                "(x - 1)/(x + 1)/(x + 3)",
                "1/(1 + exp(-a*x))",
                "exp(x)*exp(-x^2)",
                "exp(x)/(1 + exp(x))^2",
                "log(x^2 + a)/x",
                "sqrt(x^2 + 1)*x",
                "sqrt(1 + sqrt(x^2 + 2))",
                "sin(x)^2*cos(x)",
                "tan(sin(x))",
                "sin(x)/cos(x)",
                "sinh(x)/cosh(x)",
                "abs(x)*x^3",
                "abs(x - 1)/abs(x + 1)",
                "log(abs(x))*sign(x)",
                "if(x > 1, x^2, if(x > -1, x^3, sin(x)))",
                "if(x > 0, 1, 2)*if(x < 1, x, x^2)*x",
                "max(x, 1, x^2) + min(x, 0)",
                "(x > 0)*(x < 1)*x^2",
                "(x <= 0.5)*x + (x != 3)*x^2",
                "max(x, 1)*max(x, 2)*max(x, 3)*min(x, 4)",
                "clamp(x^2, 0.5, 2)*x",
                "tanh(x)*σ(x)",
                "σ(σ(x))",
                "x*σ(x)*tanh(a*x + b)",
                "softplus(x)^2",
                "sin(x)^2 + cos(x)^2 + x",
                "2sin(x)^2 + 2cos(x)^2",
                "x*sin(x)^2 + x*cos(x)^2",
                "2*2^(x - 1)*x",
                "(2x)^n",
                "(2x + 2)^0.5",
                "x^0.5*x^1.5",
                "1/x - 1/(x + 1)",
                "(x^2 - 1)/(x - 1)",
                "e^(a*x)*e^(-x)",
                "sqrt(x)^3 + sqrt(x)^2",
                "x/sqrt(x^2 + 1)",
                "floor(x)*x",
                "inv(x)*square(x)",
                "-(-x)^3",
                "0*x + 0^2*x",
                "x*0.1 + 0.2*x",
                "exp(if(x > 0, -x, x))",
                "(1 - x)^2*(x - 1)",
                "π*e*x + e",
                "log(e)*x + log(exp(x))",
            })
    void ofManyFormulas(String text) {
        agrees(TypedFunction.of(text));
    }

    @Test
    void ofRandomFormulas() {
        Rng rng = new Rng(5, 1);
        for (int i = 0; i < 250; i++) {
            agrees(TypedFunction.of(random(rng, 3)));
        }
    }

    private static String random(Rng rng, int depth) {
        if (depth == 0 || rng.below(6) == 0) {
            return List.of("x", "x", "x", "a", "b", "2", "0.3", "x^2").get(rng.below(8));
        }
        String a = random(rng, depth - 1);
        String b = random(rng, depth - 1);
        return switch (rng.below(12)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3, 4 -> a + "*" + b;
            case 5 -> a + "/(2 + " + b + "^2)";
            case 6 -> "(" + a + ")^" + (2 + rng.below(3));
            case 7 -> "sin(" + a + ")";
            case 8 -> "exp(-(" + a + ")^2)";
            case 9 -> "tanh(" + a + ")";
            case 10 -> "if(" + a + " > " + b + ", " + a + ", " + b + "*x)";
            default -> "log(1 + (" + a + ")^2)";
        };
    }

    /** What the formulas are derived from is what the words compute; the vocabulary only takes more care. */
    @Test
    void theTextbookSaysWhatTheVocabularyComputes() {
        for (Map.Entry<String, TypedFunction> row : Textbook.all().entrySet()) {
            Word word = Vocabulary.find(row.getKey()).orElseThrow();
            for (double at : PLACES) {
                GraphBuilder builder = new GraphBuilder(new Eager());
                List<Var> arguments = List.of(at, -1.2, 2.1).subList(0, word.least()).stream()
                        .map(x -> Var.constant(builder, Tensor.scalar(x)))
                        .toList();
                assertThat(row.getValue().apply(arguments, Map.of()).item())
                        .as("%s at %s", row.getKey(), at)
                        .isCloseTo(word.apply(arguments).item(), Offset.offset(1e-12));
            }
        }
    }
}
