package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static Piece copy(int from, int to, int size) {
        return RunWriter.single(GpuCode.COPY, size, to, -1, from);
    }

    private static Piece fold(int from, int to) {
        return new Piece(new Work.Fold(new int[8], 1), Set.of(from), Set.of(to));
    }

    private static Piece single(int from, int to) {
        return new Piece(Work.single(Kernel.ROW_SUMS, Grid.each(1), from, to, 1, 1), Set.of(from), Set.of(to));
    }

    @Test
    void independentRunsShareALaunch() {
        Piece first = copy(0, 1, 10);
        Piece second = copy(2, 3, 20);

        assertThat(Merging.of(List.of(first, second))).containsExactly(List.of(first, second));
    }

    @Test
    void whatReadsAResultComesLater() {
        Piece first = copy(0, 1, 10);
        Piece second = copy(1, 2, 10);

        assertThat(Merging.of(List.of(first, second))).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void whatIsReadIsNotChangedInTheSameLaunch() {
        Piece first = copy(0, 1, 10);
        Piece second = copy(2, 0, 10);

        assertThat(Merging.of(List.of(first, second))).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void whatIsChangedTwiceIsChangedInOrder() {
        Piece first = copy(0, 1, 10);
        Piece second = copy(2, 1, 10);

        assertThat(Merging.of(List.of(first, second))).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void workOfAnotherKindHasALaunchOfItsOwn() {
        Piece run = copy(0, 1, 10);
        Piece fold = fold(2, 3);
        Piece single = single(4, 5);
        Piece other = single(6, 7);

        assertThat(Merging.of(List.of(run, fold, single, other))).allMatch(launch -> launch.size() == 1);
    }

    @Test
    void aFoldThatIsNotUrgentWaitsForAnother() {
        Piece early = fold(0, 1);
        Piece before = single(0, 2);
        Piece late = fold(2, 3);

        assertThat(Merging.of(List.of(early, before, late))).containsExactly(List.of(before), List.of(early, late));
    }

    @Test
    void aLongRunDoesNotStartBlocksForManyShortOnes() {
        Piece large = copy(0, 1, 1 << 20);
        Piece small = copy(2, 3, 1);

        assertThat(Merging.of(List.of(large, small))).hasSize(2);
    }
}
