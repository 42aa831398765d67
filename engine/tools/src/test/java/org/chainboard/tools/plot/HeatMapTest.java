package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final Box BOX = new Box(0, 0, 100, 60);
    private static final Palette COLOURS = Palette.DARK;

    private final RecordingPen pen = new RecordingPen();

    @Test
    void coloursGoFromNegativeOverNeutralToPositive() {
        draw(HeatMap.of(new double[] {-2, 0, 2}, 1, 3, ""));

        assertThat(pen.rects)
                .extracting(RecordingPen.Rect::colour)
                .containsExactly(COLOURS.negative(), COLOURS.neutral(), COLOURS.positive());
    }

    @Test
    void theScaleIsTheSameOnBothSidesOfZero() {
        draw(HeatMap.of(new double[] {-1, 4}, 1, 2, ""));

        assertThat(pen.rects.get(0).colour()).isEqualTo(Colours.mix(COLOURS.neutral(), COLOURS.negative(), 0.25));
    }

    @Test
    void cellsAreCrispAndFillTheBox() {
        draw(HeatMap.of(new double[21], 3, 7, ""));

        assertThat(pen.rects).hasSize(21).allSatisfy(cell -> {
            assertThat(cell.x()).isEqualTo(Math.rint(cell.x()));
            assertThat(cell.y()).isEqualTo(Math.rint(cell.y()));
        });
        RecordingPen.Rect last = pen.rects.get(20);
        assertThat(last.x() + last.width()).isEqualTo(100);
        assertThat(last.y() + last.height()).isEqualTo(60);
    }

    @Test
    void aMatrixLargerThanItsPixelsKeepsItsLargestCells() {
        double[] values = new double[1000 * 900];
        values[123 * 900 + 456] = -5;

        draw(HeatMap.of(values, 1000, 900, ""));

        RecordingPen.Picture picture = pen.pictures.get(0);
        assertThat(picture.width()).isEqualTo(100);
        assertThat(picture.height()).isEqualTo(60);
        assertThat(picture.smooth()).isFalse();
        assertThat(picture.pixels()[7 * 100 + 50]).isEqualTo(COLOURS.negative());
        assertThat(picture.pixels()).containsOnlyOnce(COLOURS.negative());
    }

    @Test
    void aNumberThatIsNotFiniteHasItsOwnColourAndDoesNotSetTheScale() {
        draw(HeatMap.of(new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY}, 1, 3, ""));

        assertThat(pen.rects)
                .extracting(RecordingPen.Rect::colour)
                .containsExactly(COLOURS.missing(), COLOURS.positive(), COLOURS.positive());
    }

    @Test
    void theMouseReadsRowColumnAndValue() {
        HeatMap.of(new double[] {1, 2, 3, 4, 5, 0.25}, 2, 3, "").draw(pen, BOX, COLOURS, Pointer.at(90, 50));

        assertThat(pen.words()).containsExactly("[1, 2]  0.2500");
    }

    @Test
    void aMapWithoutCellsSaysSo() {
        draw(HeatMap.of(new double[0], 0, 0, "No weights yet."));

        assertThat(pen.words()).containsExactly("No weights yet.");
    }

    @Test
    void refusesACountThatDoesNotFitItsSizes() {
        assertThatThrownBy(() -> HeatMap.of(new double[5], 2, 3, "")).hasMessage("2×3 cells but 5 numbers");
    }

    private void draw(HeatMap map) {
        map.draw(pen, BOX, COLOURS, Pointer.NONE);
    }
}
