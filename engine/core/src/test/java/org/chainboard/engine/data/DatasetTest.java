package org.chainboard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Tensor X = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private static final Dataset FRUIT = Dataset.ofClasses(
            "fruit", X, List.of("size", "weight"), "kind", List.of("fig", "plum"), new int[] {1, 0, 1});

    @Test
    void aClassIsAOneInItsRow() {
        assertThat(FRUIT.y()).isEqualTo(Tensor.matrix(new double[][] {{0, 1, 0}, {1, 0, 1}}));
    }

    @Test
    void theLabelIsReadBackFromTheRows() {
        assertThat(List.of(FRUIT.label(0), FRUIT.label(1), FRUIT.label(2))).containsExactly(1, 0, 1);
    }

    @Test
    void takingSamplesKeepsTheirOrder() {
        Dataset taken = FRUIT.take(2, 0);

        assertThat(taken.x()).isEqualTo(Tensor.matrix(new double[][] {{3, 1}, {6, 4}}));
        assertThat(taken.y()).isEqualTo(Tensor.matrix(new double[][] {{0, 0}, {1, 1}}));
    }

    @Test
    void numbersAreHeldInDoublePrecision() {
        Tensor row = Tensor.matrix(new double[][] {{0.5, 1, 2}}).cast(DType.F32);
        Dataset line = new Dataset("line", row, row, List.of("x"), List.of("y"), List.of());

        assertThat(line.x().dtype()).isEqualTo(DType.F64);
    }

    @Test
    void namesAndRowsMustMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset("bad", X, X, List.of("only one"), List.of("a", "b"), List.of()))
                .withMessage("x is 2×3, but there are 1 features");
    }
}
