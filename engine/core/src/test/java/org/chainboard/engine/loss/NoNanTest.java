package org.chainboard.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.grad.ValueAndGradient;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Out of finite numbers, however large or small, come values and slopes that are numbers. */
class NoNanTest {
    private record Row(String name, UnaryOperator<Var> use) {}

    private static double[] range(DType dtype) {
        double most = dtype == DType.F64 ? Double.MAX_VALUE : Float.MAX_VALUE;
        double least = dtype == DType.F64 ? Double.MIN_VALUE : Float.MIN_VALUE;
        double[] sizes = {
            0, least, 1e-30, 1e-8, 0.5, 1, 17, 20, 36, 40, 88, 89, 100, 700, 709, 710, 745, 746, 1e4, 1e30, most / 2,
            most
        };
        List<Double> all = new ArrayList<>();
        for (double size : sizes) {
            all.add(size);
            all.add(-size);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Row word(String name) {
        Word word = Vocabulary.find(name).orElseThrow();
        return new Row(name, x -> weighed(word.apply(List.of(x))));
    }

    private static Var weighed(Var y) {
        return y.at(0).add(y.at(1).mul(0.5)).add(y.at(2).mul(0.25));
    }

    private static Row loss(Loss loss, double... target) {
        return new Row(
                loss + " of " + List.of(target[0], target[1], target[2]),
                x -> loss.apply(x, x.constant(Tensor.vector(target))));
    }

    private static List<Row> rows() {
        return List.of(
                word("sigmoid"),
                word("tanh"),
                word("softplus"),
                word("softmax"),
                word("logsoftmax"),
                word("logsigmoid"),
                word("logcosh"),
                new Row("logsumexp", x -> x.logsumexp()),
                new Row("logaddexp", x -> x.at(0).logaddexp(x.at(1)).logaddexp(x.at(2))),
                new Row("norm", x -> x.norm()),
                loss(Loss.LOGITCROSSENTROPY, 1, 0, 0),
                loss(Loss.LOGITCROSSENTROPY, 0, 0.25, 0.75),
                loss(Loss.LOGITBINARYCROSSENTROPY, 0, 1, 0.5),
                loss(Loss.LOGITBINARYCROSSENTROPY, 1, 1, 0));
    }

    @TestFactory
    List<DynamicTest> noNan() {
        List<DynamicTest> tests = new ArrayList<>();
        for (DType dtype : DType.values()) {
            for (Row row : rows()) {
                tests.add(DynamicTest.dynamicTest(
                        row.name + " in " + dtype,
                        () -> assertThat(faults(row, dtype)).isEmpty()));
            }
        }
        return tests;
    }

    /** Every two numbers of the range with a third between them. */
    private static List<String> faults(Row row, DType dtype) {
        List<String> faults = new ArrayList<>();
        double[] range = range(dtype);
        for (double first : range) {
            for (double second : range) {
                Tensor x = Tensor.of(Shape.of(3), dtype, first, second, first / 2 + second / 2);
                ValueAndGradient result = Gradient.withGradient(row.use, x);
                boolean number = !Double.isNaN(result.value());
                for (double slope : result.gradient().toDoubles()) {
                    number &= !Double.isNaN(slope);
                }
                if (!number) {
                    faults.add(x + " gives " + result);
                }
            }
        }
        return faults;
    }
}
