package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionSurfaceTest {
    private static final Box BOX = new Box(0, 0, 200, 100);
    private static final Palette COLOURS = Palette.LIGHT;
    private static final Surface.Area AREA = new Surface.Area(0, 2, 0, 1);

    private final RecordingPen pen = new RecordingPen();

    @Test
    void aPlaceHasTheColourOfItsWinnerAndIsPalerWhereUnsure() {
        double[] probabilities = {0.5, 0.9, /* class 1 */ 0.5, 0.1};
        Surface surface = Surface.ofProbabilities(2, 1, AREA, 2, probabilities);

        draw(surface, Points.NONE);

        int[] pixels = pen.pictures.get(0).pixels();
        assertThat(pixels[0]).isEqualTo(COLOURS.neutral());
        assertThat(pixels[1]).isNotEqualTo(COLOURS.neutral());
        assertThat(surface.winner()).containsExactly(0, 0);
        assertThat(surface.confidence()[1]).isEqualTo(0.8f);
    }

    @Test
    void rowZeroOfTheGridIsAtTheBottom() {
        Surface surface = Surface.ofProbability(1, 2, AREA, new double[] {1, 0});

        draw(surface, Points.NONE);

        int[] pixels = pen.pictures.get(0).pixels();
        assertThat(surface.winner()).containsExactly(1, 0);
        assertThat(distance(pixels[1], COLOURS.series(1))).isLessThan(distance(pixels[1], COLOURS.series(0)));
        assertThat(distance(pixels[0], COLOURS.series(0))).isLessThan(distance(pixels[0], COLOURS.series(1)));
    }

    @Test
    void trainingPointsAreFilledAndTestPointsHollow() {
        Points points =
                new Points(new double[] {1, 1}, new double[] {0, 1}, new int[] {0, 1}, new boolean[] {false, true});

        draw(Surface.ofProbability(1, 1, AREA, new double[] {1}), points);

        RecordingPen.Circle train = pen.circles.get(0);
        RecordingPen.Circle test = pen.circles.get(1);
        assertThat(train.fill()).isEqualTo(COLOURS.strong(COLOURS.series(0)));
        assertThat(test.fill()).isEqualTo(COLOURS.outline());
        assertThat(test.stroke()).isEqualTo(COLOURS.strong(COLOURS.series(1)));
    }

    @Test
    void pointsLieWhereTheirNumbersSay() {
        Points points = new Points(new double[] {0.5}, new double[] {0.25}, new int[] {0}, new boolean[] {false});

        draw(Surface.ofProbability(1, 1, AREA, new double[] {1}), points);

        assertThat(pen.circles.get(0).x()).isEqualTo(50);
        assertThat(pen.circles.get(0).y()).isEqualTo(75);
    }

    @Test
    void theMouseReadsPlaceAndClass() {
        Surface surface = Surface.ofProbability(2, 1, AREA, new double[] {0, 1});

        plot(surface, Points.NONE).draw(pen, BOX, COLOURS, Pointer.at(150, 50));

        assertThat(pen.words()).containsExactly("(1.500, 0.5000)", "blue", "");
    }

    @Test
    void beforeTheModelRanItSaysSo() {
        draw(null, Points.NONE);

        assertThat(pen.words()).containsExactly("Not yet.");
    }

    @Test
    void theAreaAroundPointsHasAMargin() {
        Surface.Area area = Surface.Area.around(new double[] {0, 12}, new double[] {3, 3});

        assertThat(area).isEqualTo(new Surface.Area(-1, 13, 2, 4));
        assertThat(area.x(0, 14)).isEqualTo(-0.5);
        assertThat(Surface.Area.around(new double[0], new double[0])).isEqualTo(new Surface.Area(-1, 1, -1, 1));
    }

    private void draw(Surface surface, Points points) {
        plot(surface, points).draw(pen, BOX, COLOURS, Pointer.NONE);
    }

    private static DecisionSurface plot(Surface surface, Points points) {
        return new DecisionSurface("", surface, points, List.of("red", "blue"), "Not yet.");
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff));
        }
        return sum;
    }
}
