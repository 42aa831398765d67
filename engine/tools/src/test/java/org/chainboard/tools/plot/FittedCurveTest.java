package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittedCurveTest {
    private static final Box BOX = new Box(0, 0, 300, 200);
    private static final Palette COLOURS = Palette.LIGHT;
    private static final Points POINTS =
            new Points(new double[] {0, 1}, new double[] {0, 2}, new int[2], new boolean[] {false, true});

    private final RecordingPen pen = new RecordingPen();

    @Test
    void drawsThePointsBeforeTheModelRan() {
        draw(new double[0], new double[0], Pointer.NONE);

        assertThat(pen.circles).hasSize(2);
        assertThat(pen.paths).isEmpty();
    }

    @Test
    void drawsTheCurveThroughItsOwnPlaces() {
        draw(new double[] {0, 1}, new double[] {0, 2}, Pointer.NONE);

        double[] xs = pen.paths.get(0).xs();
        assertThat(xs[0]).isEqualTo(pen.circles.get(0).x());
        assertThat(xs[1]).isEqualTo(pen.circles.get(1).x());
        assertThat(pen.paths.get(0).ys()[1]).isEqualTo(pen.circles.get(1).y());
    }

    @Test
    void theMouseReadsWhatTheModelSays() {
        draw(new double[] {0, 1}, new double[] {0.5, 1.5}, Pointer.at(280, 100));

        assertThat(pen.words()).endsWith("x 1.000", "model", "1.500");
    }

    @Test
    void withoutAnyNumberItSaysSo() {
        new FittedCurve("", Points.NONE, new double[0], new double[0], "Not yet.")
                .draw(pen, BOX, COLOURS, Pointer.NONE);

        assertThat(pen.words()).containsExactly("Not yet.");
    }

    private void draw(double[] x, double[] y, Pointer pointer) {
        new FittedCurve("", POINTS, x, y, "").draw(pen, BOX, COLOURS, pointer);
    }
}
