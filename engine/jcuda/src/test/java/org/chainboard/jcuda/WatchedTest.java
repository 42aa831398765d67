package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WatchedTest {
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

    private void getAll() {
        assertThat(List.of(get(1), get(2), get(3))).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void whatWasAskedForOnceComesBackTogether() {
        getAll();
        watched.changed();
        getAll();

        assertThat(fetches).containsExactly(List.of(1), List.of(2), List.of(3), List.of(1, 2, 3));
    }

    @Test
    void whatIsHereIsNotFetchedAgain() {
        get(1);
        get(1);

        assertThat(fetches).hasSize(1);
    }

    @Test
    void whatChangedIsFetchedAgain() {
        get(1);
        watched.changed();
        get(1);

        assertThat(fetches).hasSize(2);
    }

    @Test
    void runsAfterWhichNobodyLooksAreForgotten() {
        getAll();
        watched.changed();
        watched.changed();
        getAll();

        assertThat(fetches).last().isEqualTo(List.of(1, 2, 3));
    }

    @Test
    void whatIsNoLongerAskedForIsNotFetched() {
        getAll();
        watched.changed();
        get(2);
        watched.changed();
        get(2);

        assertThat(fetches).last().isEqualTo(List.of(2));
    }
}
