package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chainboard.engine.network.Drawings.dense;
import static org.chainboard.engine.network.Drawings.loose;
import static org.chainboard.engine.network.Drawings.row;

import java.util.List;
import java.util.stream.Stream;
import org.chainboard.engine.network.Problem.Code;
import org.chainboard.engine.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkCheckTest {
    private static final Shape SAMPLES = Shape.of(4, 32);
    private static final Shape TARGETS = Shape.of(3, 32);

    private static Checked check(Network network) {
        return new NetworkCheck().check(network, SAMPLES, TARGETS);
    }

    @Test
    void findsTheSizeOnEveryWire() {
        Checked checked = check(row(dense(16, "relu"), dense(3, "identity"), new Block.Activation("softmax")));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.sizes().values()).map(Shape::toString).containsExactly("4×32", "16×32", "3×32", "3×32");
    }

    static Stream<Arguments> faults() {
        Network circle = loose(new Block.Activation("relu"), new Block.Activation("tanh"))
                .connect(Wire.between("n0", "n1"))
                .connect(Wire.between("n1", "n0"));
        Network twoArguments = row(new Block.Function("(x, y) -> x + y", 2), dense(3, "identity"));
        return Stream.of(
                Arguments.of(loose(new Block.Loss()), Code.INPUT, "", "exactly one Input, here there are 0"),
                Arguments.of(loose(new Block.Input()), Code.LOSS, "", "exactly one Loss, here there are 0"),
                Arguments.of(row(dense(8, "relu")), Code.SIZE, "n2", "targets of 3 numbers, but the model gives 8"),
                Arguments.of(loose(new Block.Input(), new Block.Loss()), Code.UNCONNECTED, "n1", "Draw a wire"),
                Arguments.of(row(dense(0, "relu")), Code.SETTING, "n1", "node1 needs at least 1 output, not 0"),
                Arguments.of(row(dense(3, "rulu")), Code.SETTING, "n1", "activation “rulu”"),
                Arguments.of(row(new Block.Activation("tan h")), Code.SETTING, "n1", "activation “tan h”"),
                Arguments.of(row(new Block.Dense(3, "relu", "xavier", true)), Code.SETTING, "n1", "“xavier”"),
                Arguments.of(row(new Block.Function("x ->", 1)), Code.FUNCTION, "n1", "stops too early"),
                Arguments.of(
                        row(new Block.Function("(x, y) -> x", 1)),
                        Code.FUNCTION,
                        "n1",
                        "has 1 inputs, but its function"),
                Arguments.of(twoArguments, Code.UNCONNECTED, "n1", "node1 has an open input"),
                Arguments.of(row(new Block.Function("sum(x)", 1), dense(3, "relu")), Code.SIZE, "n2", "single number"),
                Arguments.of(
                        row(dense(3, "relu"), new Block.Function("sum(x, dims=3)", 1)),
                        Code.SIZE,
                        "n2",
                        "node2: sum(…, dims=3) needs an array with an axis 3, got size 3×32; axes count from 1."),
                Arguments.of(
                        row(dense(3, "relu"), new Block.Function("x -> mean(x, dims=2)", 1)),
                        Code.SIZE,
                        "n3",
                        "needs an answer for each sample, size 3×32, but the model gives size 3×1"),
                Arguments.of(
                        row(dense(1_000_000, "relu"), dense(1_000_000, "relu")),
                        Code.SIZE,
                        "n2",
                        "node2 has more numbers than fit into memory"),
                Arguments.of(row(new Block.Shared("n7")), Code.SETTING, "n1", "is not there"),
                Arguments.of(row(dense(3, "relu"), new Block.Shared("n1")), Code.SIZE, "n2", "needs 4 inputs, got 3"),
                Arguments.of(circle, Code.CYCLE, "n1", "circle of wires"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("faults")
    void saysWhatIsWrongAtItsNode(Network network, Code code, String place, String words) {
        assertThat(check(network).problems()).anySatisfy(problem -> {
            assertThat(List.of(problem.code(), problem.place())).containsExactly(code, place);
            assertThat(problem.sentence()).contains(words);
        });
    }

    @Test
    void aFaultIsToldOnceAndNotAgainBehindIt() {
        Checked checked = check(row(dense(3, "rulu"), new Block.Activation("tanh"), dense(3, "relu")));

        assertThat(checked.problems()).map(Problem::place).containsExactly("n1");
    }

    @Test
    void aTypedFunctionMayBeAnActivation() {
        assertThat(check(row(dense(3, "x -> a*x^2"))).isSound()).isTrue();
    }
}
