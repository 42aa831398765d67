package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final Box BOX = new Box(0, 0, 300, 200);
    private static final Palette COLOURS = Palette.LIGHT;
    private static final List<String> NAMES = List.of("a", "b");

    private final RecordingPen pen = new RecordingPen();

    @Test
    void countsEveryPair() {
        ConfusionMatrix matrix =
                ConfusionMatrix.of("", NAMES, new int[] {0, 0, 1, 1, 1}, new int[] {0, 1, 1, 1, 0}, "");

        assertThat(matrix.counts()).containsExactly(1, 1, 1, 2);
    }

    @Test
    void whatIsRightIsBlueAndWhatIsWrongIsOrange() {
        new ConfusionMatrix("", NAMES, new int[] {4, 0, 2, 2}, "").draw(pen, BOX, COLOURS, Pointer.NONE);

        assertThat(pen.rects)
                .extracting(RecordingPen.Rect::colour)
                .containsExactly(
                        COLOURS.signed(0.85),
                        COLOURS.grid(),
                        COLOURS.signed(-0.85 * Math.sqrt(0.5)),
                        COLOURS.signed(0.425));
    }

    @Test
    void writesNamesAndCounts() {
        new ConfusionMatrix("", NAMES, new int[] {4, 0, 2, 1200}, "").draw(pen, BOX, COLOURS, Pointer.NONE);

        assertThat(pen.words()).containsExactly("a", "4", "a", "0", "b", "b", "2", "1,200", "predicted");
    }

    @Test
    void theMouseReadsOneCell() {
        new ConfusionMatrix("", NAMES, new int[] {4, 0, 2, 2}, "").draw(pen, BOX, COLOURS, Pointer.at(100, 150));

        assertThat(pen.words()).endsWith("2 / 4", "actual", "b", "predicted", "a");
    }

    @Test
    void withoutCountsItSaysSo() {
        new ConfusionMatrix("", NAMES, new int[4], "Not yet.").draw(pen, BOX, COLOURS, Pointer.NONE);

        assertThat(pen.words()).containsExactly("Not yet.");
    }
}
