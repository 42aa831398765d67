package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and with which words. */
class ArrangingTest {
    private final GraphBuilder builder = new GraphBuilder(new Eager());

    private record Refused(String sentence, Function<Var, Var> use) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Refused> refused() {
        return List.of(
                new Refused(
                        "an array of size 2×3 has no number at [2, 0]; a place has one whole number for each axis,"
                                + " counted from 0",
                        x -> x.at(2, 0)),
                new Refused(
                        "an array of size 2×3 has no number at [1]; a place has one whole number for each axis,"
                                + " counted from 0",
                        x -> x.at(1)),
                new Refused(
                        "there are no entries 1 to 4 (without 4) along axis 1 of an array of size 2×3; axes and"
                                + " entries count from 0",
                        x -> x.slice(1, 1, 4)),
                new Refused(
                        "there are no entries 0 to 1 (without 1) along axis 2 of an array of size 2×3; axes and"
                                + " entries count from 0",
                        x -> x.slice(2, 0, 1)),
                new Refused(
                        "arrays of sizes 2×3 and 3×2 cannot be joined along axis 0: along the others they need the"
                                + " same sizes",
                        x -> Var.concat(0, x, x.transpose())),
                new Refused(
                        "arrays of size 2×3 have no axis 2 to be joined along; axes count from 0, and stack makes a"
                                + " new one",
                        x -> Var.concat(2, x, x)),
                new Refused("an array of size 2×3 cannot get a new axis number 3", x -> Var.stack(3, x)),
                new Refused("an array of size 2×3 has no axis 2; axes count from 0", x -> x.repeat(2, 2)),
                new Refused("an array cannot be repeated -1 times", x -> x.repeat(0, -1)),
                new Refused("an array of size 2×3 has no axis 2; axes count from 0", x -> x.take(2, x)),
                new Refused("an array of size 2×3 has no axis -1; axes count from 0", x -> x.mean(-1)),
                new Refused(
                        "there are no entries -1 to 2 (without 2) along axis 1 of an array of size 2×3; axes and entries count from 0",
                        x -> x.slice(1, -1, 2)),
                new Refused(
                        "there are no entries 2 to 1 (without 1) along axis 1 of an array of size 2×3; axes and entries count from 0",
                        x -> x.slice(1, 2, 1)),
                new Refused(
                        "there are no entries 0 to 1 (without 1) along axis -1 of an array of size 2×3; axes and entries count from 0",
                        x -> x.slice(-1, 0, 1)),
                new Refused(
                        "an array of size 2×3 has no number at [0, 3]; a place has one whole number for each axis, counted from 0",
                        x -> x.at(0, 3)),
                new Refused(
                        "an array of size 2×3 has no number at [0, -1]; a place has one whole number for each axis, counted from 0",
                        x -> x.at(0, -1)),
                new Refused(
                        "arrays of size 2×3 have no axis -1 to be joined along; axes count from 0, and stack makes a new one",
                        x -> Var.concat(-1, x, x)),
                new Refused(
                        "arrays of sizes 2×3 and 6 cannot be joined along axis 0: along the others they need the same sizes",
                        x -> Var.concat(0, x, x.flatten())),
                new Refused("an array of size 2×3 cannot get a new axis number -1", x -> Var.stack(-1, x)),
                new Refused("an array of size 2×3 has no axis -1; axes count from 0", x -> x.repeat(-1, 2)),
                new Refused("an array of size 2×3 has no axis 2; axes count from 0", x -> x.mean(2)),
                new Refused("dot needs two arrays of one size, got 2×3 and 3×2", x -> x.dot(x.transpose())),
                new Refused("outer needs two vectors, got sizes 2×3 and 2×3", x -> x.outer(x)),
                new Refused(
                        "a matrix product needs two matrices, got sizes 1×2×3 and 3×2; slice and reshape give"
                                + " matrices out of larger arrays",
                        x -> x.reshape(Shape.of(1, 2, 3)).matmul(x.transpose())));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatDoesNotFitIsRefusedWithASentence(Refused row) {
        Var x = Var.constant(builder, Tensor.zeros(Shape.of(2, 3), DType.F64));

        assertThatThrownBy(() -> row.use.apply(x))
                .isInstanceOf(ShapeException.class)
                .hasMessage(row.sentence);
    }

    @Test
    void whatIsAtTheEndIsThere() {
        Var x = Var.constant(builder, Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));

        assertThat(x.at(0, 0).item()).isEqualTo(1);
        assertThat(x.at(1, 2).item()).isEqualTo(6);
        assertThat(x.slice(1, 3, 3).shape()).isEqualTo(Shape.of(2, 0));
        assertThat(x.repeat(1, 0).shape()).isEqualTo(Shape.of(2, 0));
        assertThat(Var.stack(2, x, x).shape()).isEqualTo(Shape.of(2, 3, 2));
    }

    @Test
    void dataThatIsNoNumberLeaksNothingThroughABranchNotTaken() {
        Tensor data = Tensor.vector(2, Double.NaN, Double.POSITIVE_INFINITY);
        Tensor known = Tensor.vector(1, 0, 0);

        Tensor slope = Gradient.gradient(
                x -> Var.where(x.constant(known), x.mul(x.constant(data)), x.like(0))
                        .sum(),
                Tensor.vector(1, 1, 1));

        assertThat(slope).isEqualTo(Tensor.vector(2, 0, 0));
    }
}
