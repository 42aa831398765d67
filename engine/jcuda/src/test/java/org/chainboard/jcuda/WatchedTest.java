package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WatchedTest {
    private static final int[] LEARNED = {1, 2, 3, 4};

    private final List<List<Integer>> fetches = new ArrayList<>();
    private final Watched watched = new Watched(spans -> {
        fetches.add(spans.stream().map(Watched.Span::place).toList());
        return spans.stream()
                .map(span -> Tensor.of(span.shape(), DType.F64, span.place()))
                .toList();
    });

    private double get(int place) {
        return watched.get(new Watched.Span(place, Shape.scalar())).item();
    }

    private void getAll(int... places) {
        assertThat(IntStream.of(places).mapToDouble(this::get).toArray())
                .containsExactly(IntStream.of(places).asDoubleStream().toArray());
    }

    /** Steps of a training and the look after them, in the order in which the trainer does it all. */
    private void train(String steps, int gradient) {
        watched.written();
        watched.ran(steps);
        watched.written();
        watched.ran(steps);
        watched.ran("judge training");
        getAll(LEARNED);
        watched.ran("judge test");
        getAll(1, gradient);
        watched.ran("predict");
        getAll(30);
    }

    @Test
    void whatWasAskedForOnceComesBackTogether() {
        getAll(1, 2, 3);
        watched.written();
        getAll(1, 2, 3);

        assertThat(fetches).containsExactly(List.of(1), List.of(2), List.of(3), List.of(1, 2, 3));
    }

    @Test
    void fromTheSecondTimeOnALookAtATrainingTakesOneFetchAfterEachOfItsPlans() {
        train("whole batch", 20);
        fetches.clear();
        train("whole batch", 20);
        train("whole batch", 20);

        List<Integer> learned = List.of(1, 2, 3, 4);
        assertThat(fetches).containsExactly(learned, List.of(1, 20), List.of(30), learned, List.of(1, 20), List.of(30));
    }

    @Test
    void gradientsComeFromWhereTheLatestStepLeftThem() {
        for (int i = 0; i < 2; i++) {
            train("whole batch", 20);
            train("smaller batch", 21);
        }
        fetches.clear();
        train("whole batch", 20);
        train("smaller batch", 21);

        List<Integer> learned = List.of(1, 2, 3, 4);
        assertThat(fetches).containsExactly(learned, List.of(1, 20), List.of(30), learned, List.of(1, 21), List.of(30));
    }

    @Test
    void whatIsHereIsNotFetchedAgain() {
        get(1);
        get(1);

        assertThat(fetches).hasSize(1);
    }

    @Test
    void whatARunChangedIsFetchedAgain() {
        get(1);
        watched.ran("step");
        get(1);

        assertThat(fetches).hasSize(2);
    }

    @Test
    void whatWasWrittenIsFetchedAgain() {
        get(1);
        watched.written();
        get(1);

        assertThat(fetches).hasSize(2);
    }

    @Test
    void runsAfterWhichNobodyLooksAreForgotten() {
        watched.ran("step");
        getAll(1, 2, 3);
        watched.ran("step");
        watched.ran("step");
        getAll(1, 2, 3);

        assertThat(fetches).last().isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void whatIsNoLongerAskedForIsNotFetched() {
        watched.ran("step");
        getAll(1, 2, 3);
        watched.ran("step");
        get(2);
        watched.ran("step");
        get(2);

        assertThat(fetches).last().isEqualTo(List.of(2));
    }

    @Test
    void whatIsAskedForTheFirstTimeComesAlone() {
        watched.ran("step");
        getAll(1, 2, 3);
        watched.ran("step");
        get(4);

        assertThat(fetches).last().isEqualTo(List.of(4));
    }

    @Test
    void whatIsHereIsNotAmongWhatComesTogether() {
        watched.ran("step");
        getAll(1, 2, 3);
        watched.ran("step");
        getAll(4, 1, 2, 3);

        assertThat(fetches).endsWith(List.of(4), List.of(1, 2, 3));
    }
}
