package org.chainboard.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Ops;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Nd4jOpsTest {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        2,
        -2,
        0.5,
        -0.5,
        3,
        -3,
        2.5,
        1e-3,
        -1e-3,
        1e-10,
        -1e-10,
        1e-30,
        20,
        -20,
        50,
        -50,
        100,
        -100,
        800,
        -800,
        1e30,
        -1e30,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Backend nd4j = new Nd4jBackend();
    private final Backend reference = new ReferenceBackend();

    private List<String> differences(Stream<OpCase> cases, DType dtype) {
        return cases.map(row -> row.cast(dtype))
                .map(row -> Close.difference(row, row.on(nd4j), row.on(reference)))
                .filter(difference -> !difference.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyOpAgreesWithTheReferenceOnEverySize(DType dtype) {
        assertThat(differences(OpCases.all(), dtype)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyFunctionOfOneNumberAgreesOnSpecialNumbers(DType dtype) {
        Tensor x = Tensor.vector(SPECIAL);

        Stream<OpCase> cases = Stream.of(Unary.values()).map(op -> new OpCase(op, List.of(x)));

        assertThat(differences(cases, dtype)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyFunctionOfTwoNumbersAgreesOnSpecialNumbers(DType dtype) {
        int count = SPECIAL.length;
        double[] first = new double[count * count];
        double[] second = new double[count * count];
        for (int i = 0; i < first.length; i++) {
            first[i] = SPECIAL[i / count];
            second[i] = SPECIAL[i % count];
        }
        List<Tensor> pair = List.of(Tensor.vector(first), Tensor.vector(second));

        Stream<OpCase> cases = Stream.of(Binary.values()).map(op -> new OpCase(op, pair));

        assertThat(differences(cases, dtype)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aNumberThatIsNotFiniteIsNotLostInSumsMaximaAndProducts(DType dtype) {
        Tensor x = Tensor.matrix(new double[][] {
            {1, Double.NaN, 0}, {2, Double.POSITIVE_INFINITY, 3}, {4, Double.NEGATIVE_INFINITY, -1e30}
        });
        Tensor zeros = Tensor.zeros(Shape.of(3, 3), DType.F64);

        Stream<OpCase> cases = Stream.of(
                new OpCase(new SumTo(Shape.of(3, 1)), List.of(x)),
                new OpCase(new SumTo(Shape.of(1, 3)), List.of(x)),
                new OpCase(new SumTo(Shape.scalar()), List.of(x)),
                new OpCase(new MaxTo(Shape.of(3)), List.of(x)),
                new OpCase(new MaxTo(Shape.of(1, 3)), List.of(x)),
                new OpCase(new MatMul(false, false), List.of(x, zeros)),
                new OpCase(new MatMul(true, true), List.of(zeros, x)));

        assertThat(differences(cases, dtype)).isEmpty();
    }

    @Test
    void noOpIsWithoutARow() {
        Set<Object> rows = OpCases.all().map(row -> kind(row.op())).collect(Collectors.toSet());

        assertThat(Ops.all()).allMatch(op -> rows.contains(kind(op)));
    }

    /** A row of a table is a kind of its own, an op with settings is one whatever they are. */
    private static Object kind(Op op) {
        return op instanceof Enum<?> ? op : op.getClass();
    }
}
