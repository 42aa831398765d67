package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallPlotsTest {
    private static final Box BOX = new Box(0, 0, 40, 20);

    private final RecordingPen pen = new RecordingPen();

    @Test
    void aSketchFillsItsBoxAndKeepsItsGaps() {
        new Sketch(new double[] {0, 1, Double.NaN, 1, 0}, 2, 1).draw(pen, BOX, Palette.LIGHT, Pointer.NONE);

        assertThat(pen.paths).hasSize(2);
        assertThat(pen.paths.get(0).ys()).containsExactly(19, 1);
        assertThat(pen.paths.get(1).xs()[1]).isEqualTo(39);
    }

    @Test
    void barsStandOnTheGroundAndTheLargestFillsTheHeight() {
        new Bars(new double[] {1, 2, Double.NaN, 0}).draw(pen, BOX, Palette.LIGHT, Pointer.NONE);

        assertThat(pen.rects).extracting(RecordingPen.Rect::height).containsExactly(10.0, 20.0, 1.0);
        assertThat(pen.rects)
                .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(20));
    }

    @Test
    void coloursMixChannelByChannel() {
        assertThat(Colours.mix(0xff000000, 0xffffffff, 0.5)).isEqualTo(0xff808080);
        assertThat(Colours.mix(0xff102030, 0xff000000, -3)).isEqualTo(0xff102030);
        assertThat(Colours.fade(0xff2f6feb, 0.5)).isEqualTo(0x802f6feb);
    }
}
