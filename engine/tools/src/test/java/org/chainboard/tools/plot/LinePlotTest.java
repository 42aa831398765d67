package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePlotTest {
    private static final Box BOX = new Box(10, 20, 500, 240);
    private static final Palette COLOURS = Palette.LIGHT;

    private final RecordingPen pen = new RecordingPen();

    @Test
    void anEmptyPlotSaysWhatToDo() {
        draw(LinePlot.of("Loss", List.of(), "Press Train."));

        assertThat(pen.words()).containsExactly("Loss", "Press Train.");
    }

    @Test
    void aPlotWithoutAFiniteNumberIsEmpty() {
        draw(LinePlot.of("", List.of(line("a", Double.NaN, Double.POSITIVE_INFINITY)), "Nothing yet."));

        assertThat(pen.words()).containsExactly("Nothing yet.");
    }

    @Test
    void fewPointsAreOneSmoothLine() {
        draw(LinePlot.of("", List.of(line("a", 3, 1, 2)), ""));

        assertThat(pen.paths)
                .singleElement()
                .satisfies(path -> assertThat(path.xs()).hasSize(3));
        assertThat(pen.paths.get(0).colour()).isEqualTo(COLOURS.series(0));
    }

    @Test
    void largerValuesAreHigherAndLaterStepsFurtherRight() {
        draw(LinePlot.of("", List.of(line("a", 3, 1, 2)), ""));

        double[] ys = pen.paths.get(0).ys();
        assertThat(ys[0]).isLessThan(ys[2]);
        assertThat(ys[2]).isLessThan(ys[1]);
        assertThat(pen.paths.get(0).xs()).isSorted();
    }

    @Test
    void aNumberThatIsNotFiniteIsAGap() {
        draw(LinePlot.of("", List.of(line("a", 1, 2, Double.NaN, 3, 4, 5)), ""));

        assertThat(pen.paths).extracting(path -> path.xs().length).containsExactly(2, 3);
    }

    @Test
    void zeroIsAGapOnALogarithmicScale() {
        draw(LinePlot.of("", List.of(line("a", 1, 2, 0, 3, 4)), "").withLog(true, "log scale"));

        assertThat(pen.paths).hasSize(2);
        assertThat(pen.words()).contains("log scale");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 5_000, 200_000})
    void manyPointsCostOneRectanglePerColumnAtMost(int points) {
        double[] values =
                IntStream.range(0, points).mapToDouble(i -> Math.sin(i * 0.7)).toArray();

        draw(LinePlot.of("", List.of(line("a", values)), ""));

        assertThat(pen.paths).isEmpty();
        assertThat(pen.rects).hasSizeBetween(400, 501);
    }

    @Test
    void neighbouringColumnsTouch() {
        double[] values = IntStream.range(0, 2_000).mapToDouble(i -> i % 50).toArray();

        draw(LinePlot.of("", List.of(line("a", values)), ""));

        for (int i = 1; i < pen.rects.size(); i++) {
            RecordingPen.Rect left = pen.rects.get(i - 1);
            RecordingPen.Rect right = pen.rects.get(i);
            assertThat(right.x()).isEqualTo(left.x() + 1);
            assertThat(right.y()).isLessThanOrEqualTo(left.y() + left.height());
            assertThat(left.y()).isLessThanOrEqualTo(right.y() + right.height());
        }
    }

    @Test
    void theLegendNamesEveryLineThatFitsAndCountsTheRest() {
        draw(LinePlot.of("", lines(40), "").withValues(false));

        List<String> names =
                pen.words().stream().filter(text -> text.startsWith("Dense")).toList();
        assertThat(names).hasSizeBetween(4, 39);
        assertThat(pen.words()).contains("+" + (40 - names.size()) + " more");
        assertThat(pen.texts).allSatisfy(text -> assertThat(text.right()).isLessThanOrEqualTo(BOX.right() + 1e-9));
    }

    @Test
    void theLegendCarriesTheNewestValues() {
        draw(LinePlot.of("", List.of(line("train", 0.5, 0.0832)), ""));

        assertThat(pen.words()).contains("train 0.0832");
    }

    @Test
    void recentShowsTheLastQuarterOnly() {
        double[] values =
                IntStream.range(0, 201).mapToDouble(i -> i < 100 ? 1_000 : 1).toArray();

        draw(LinePlot.of("", List.of(line("a", values)), "").withRecent(true));

        assertThat(pen.words()).contains("150", "200").doesNotContain("0", "1,000");
    }

    @Test
    void theMouseReadsTheValuesUnderIt() {
        LinePlot plot = LinePlot.of("", List.of(line("train", 4, 3, 2), line("test", 5, 4, 3)), "");

        plot.draw(pen, BOX, COLOURS, Pointer.at(BOX.x() + BOX.width() / 2, BOX.y() + 120));

        assertThat(pen.words()).containsSubsequence("step 1", "test", "4.000", "train", "3.000");
        assertThat(pen.circles).hasSize(4);
    }

    @Test
    void theReadOutStaysInsideThePlot() {
        LinePlot plot = LinePlot.of("", lines(8), "");

        plot.draw(pen, BOX, COLOURS, Pointer.at(BOX.right() - 15, BOX.bottom() - 25));

        assertThat(pen.cards).singleElement().satisfies(card -> {
            assertThat(card.right()).isLessThanOrEqualTo(BOX.right());
            assertThat(card.bottom()).isLessThanOrEqualTo(BOX.bottom() + 1);
        });
    }

    @Test
    void labelsBelowDoNotOverlap() {
        draw(LinePlot.of("", List.of(SamplePlots.decay("a", 0, 1, 200, 1_234_567, 1)), ""));

        double base =
                pen.texts.stream().mapToDouble(RecordingPen.Written::base).max().orElseThrow();
        List<RecordingPen.Written> labels =
                pen.texts.stream().filter(text -> text.base() == base).toList();
        assertThat(labels).hasSizeGreaterThan(2);
        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).left()).isGreaterThan(labels.get(i - 1).right());
        }
    }

    private void draw(LinePlot plot) {
        plot.draw(pen, BOX, COLOURS, Pointer.NONE);
    }

    private static Series line(String name, double... values) {
        double[] steps = IntStream.range(0, values.length).asDoubleStream().toArray();
        return Series.of(name, 0, steps, values);
    }

    private static List<Series> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line("Dense" + i + ".W", i + 1, i + 2))
                .toList();
    }
}
