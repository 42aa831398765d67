package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunWriterTest {
    private static final int EXTENT = 3;

    private final Layout layout = new Layout();
    private Cell x;

    @BeforeEach
    void place() {
        x = new Cell(new Cell.Fixed(Tensor.of(Shape.of(EXTENT), DType.F64, 1, 2, 3)), EXTENT);
        layout.of(x);
    }

    private static Cell cell(Code code, Cell... inputs) {
        return new Cell(new Cell.Element(code), EXTENT, inputs);
    }

    /** Sums whose every step needs x + 1, x + 2 and so on, all of which are there from the beginning. */
    private List<Cell> manyAlive(int count) {
        List<Cell> cells = new ArrayList<>();
        Cell last = x;
        for (int i = 0; i < count; i++) {
            last = cell(Code.ADD, last, x);
            cells.add(last);
        }
        Cell sum = last;
        for (int i = 0; i < count; i++) {
            sum = cell(Code.ADD, sum, cells.get(i));
            cells.add(sum);
        }
        return cells;
    }

    private double[] computed(Piece piece, Cell result) {
        Work.Run run = (Work.Run) piece.work();
        int[] header = {0, run.count(), run.extent(), run.when()};
        Tables tables = new Tables();
        int[] table = Arrays.copyOf(header, header.length + run.code().length);
        System.arraycopy(run.code(), 0, table, header.length, run.code().length);
        tables.add(table);
        double[] m = new double[layout.length()];
        layout.contents().forEach((at, tensor) -> tensor.copyTo(m, at));
        Grid grid = new Grid(1, 1, 1, run.slots());
        new PlainCard(m, tables.toArray(), DType.F64)
                .carryOut(new Step.Call(
                        Kernel.RUN, grid, List.of(Argument.Base.NUMBERS, new Argument.Table(0), Argument.of(0))));
        return Arrays.copyOfRange(m, layout.of(result), layout.of(result) + EXTENT);
    }

    private Piece written(List<Cell> cells, int mostSlots) {
        Cell last = cells.get(cells.size() - 1);
        return RunWriter.of(cells, EXTENT, Set.of(last), layout, -1, mostSlots);
    }

    /** x is 1, 2, 3: 101 x, and 2 x + 3 x + ... + 101 x besides. */
    @ParameterizedTest(name = "with {0} slots")
    @ValueSource(ints = {0, 1, 2, 40, 200})
    void whatHasNoSlotGoesThroughMemory(int slots) {
        List<Cell> cells = manyAlive(100);
        double each = 101 + 100 * (2 + 101) / 2.0;

        assertThat(computed(written(cells, slots), cells.get(cells.size() - 1)))
                .containsExactly(each, 2 * each, 3 * each);
    }

    @Test
    void noMoreSlotsAreUsedThanThereAre() {
        assertThat(((Work.Run) written(manyAlive(100), 40).work()).slots()).isEqualTo(40);
    }

    @Test
    void aSlotIsUsedAgainAfterTheLastUse() {
        List<Cell> cells = new ArrayList<>();
        Cell last = x;
        for (int i = 0; i < 50; i++) {
            last = cell(Code.NEG, last);
            cells.add(last);
        }

        assertThat(((Work.Run) written(cells, 40).work()).slots()).isEqualTo(1);
    }

    @Test
    void onlyWhatOthersNeedIsWritten() {
        List<Cell> cells = manyAlive(3);

        assertThat(written(cells, 40).writes()).containsExactly(layout.of(cells.get(cells.size() - 1)));
    }

    @Test
    void onlyWhatComesFromElsewhereIsRead() {
        assertThat(written(manyAlive(3), 40).reads()).containsExactly(layout.of(x));
    }
}
