package org.chainboard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("equal classes", List.of(50, 50, 50), 0.2, List.of(10, 10, 10)),
                arguments("unequal classes", List.of(59, 71, 48), 0.2, List.of(12, 14, 10)),
                arguments("pairs share the few places", List.of(2, 2, 2, 2, 2), 0.2, List.of(1, 1, 0, 0, 0)),
                arguments("a single sample stays for training", List.of(1, 9), 0.2, List.of(0, 2)),
                arguments("a class without samples", List.of(0, 10), 0.2, List.of(0, 2)),
                arguments("nothing kept back", List.of(5, 5), 0.0, List.of(0, 0)),
                arguments("nearly all kept back", List.of(4, 4), 0.99, List.of(3, 3)),
                arguments("no classes", List.of(23), 0.2, List.of(5)));
    }

    /** Samples class by class; one class stands for none. */
    private static Dataset data(List<Integer> counts) {
        int[] labels = IntStream.range(0, counts.size())
                .flatMap(label -> IntStream.generate(() -> label).limit(counts.get(label)))
                .toArray();
        Tensor x = Tensor.zeros(Shape.of(1, labels.length), DType.F64);
        if (counts.size() == 1) {
            return new Dataset("numbers", x, x, List.of("x"), List.of("y"), List.of());
        }
        List<String> names =
                IntStream.range(0, counts.size()).mapToObj(i -> "class " + i).toList();
        return Dataset.ofClasses("classes", x, List.of("x"), "y", names, labels);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyClassGivesItsShare(String name, List<Integer> counts, double share, List<Integer> kept) {
        Dataset data = data(counts);
        int[] found = new int[counts.size()];

        Arrays.stream(Split.of(data, share, 1).test()).forEach(i -> found[data.hasClasses() ? data.label(i) : 0]++);

        assertThat(found).containsExactly(kept.stream().mapToInt(i -> i).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everySampleIsOnOneSide(String name, List<Integer> counts, double share, List<Integer> kept) {
        Dataset data = data(counts);
        Split split = Split.of(data, share, 1);

        IntStream both = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()));

        assertThat(both.sorted().toArray())
                .containsExactly(IntStream.range(0, data.samples()).toArray());
    }

    @Test
    void theSeedDecides() {
        Dataset data = data(List.of(50, 50));

        assertThat(Split.of(data, 7).test()).isEqualTo(Split.of(data, 7).test());
        assertThat(Split.of(data, 7).test()).isNotEqualTo(Split.of(data, 8).test());
    }

    @Test
    void somethingMustBeLeftForTraining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(data(List.of(4)), 1, 0))
                .withMessage("the share for testing is from 0 to less than 1, got 1.0");
    }
}
