package org.chainboard.tools.plot;

import java.util.List;

/**
 * One input, one output: the data points and the model's curve. Training points are filled, test points hollow.
 *
 * @param title above the plot; empty for none
 * @param curveX where the model was asked, rising; empty while it has not run
 * @param curveY what it said; what is not finite is a gap
 * @param empty what to say while there is neither point nor curve
 */
public record FittedCurve(String title, Points points, double[] curveX, double[] curveY, String empty) implements Plot {
    private static final double RADIUS = 2.6;
    private static final int CURVE_COLOUR = 1;
    private static final int POINT_COLOUR = 0;
    private static final int MANY_POINTS = 1500;

    public FittedCurve {
        if (curveX.length != curveY.length) {
            throw new IllegalArgumentException("Curve: arrays of different lengths");
        }
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Box inner = Heading.title(pen, box, title, palette);
        Range across = Range.of(points.x(), curveX);
        Range up = Range.of(points.y(), curveY);
        if (!across.something() || !up.something()) {
            Heading.empty(pen, inner, empty, palette);
            return;
        }
        Axis x = Axis.linear(across.min(), across.max(), Frame.marksAcross(inner.width()));
        Axis y = Axis.linear(up.min(), up.max(), Frame.marksUpwards(inner.height()));
        Frame frame = Frame.fit(pen, inner, x, y);
        frame.draw(pen, palette);
        pen.clipped(frame.inner().inset(-3, -3, -3, -3), () -> {
            points(pen, frame, palette);
            Series curve = Series.of("", CURVE_COLOUR, curveX, curveY);
            new Trace(pen, frame, 1).smooth(curve, 0, palette.series(CURVE_COLOUR), 0.8);
        });
        if (pointer.over(frame.inner()) && curveX.length > 0) {
            readOut(pen, frame, palette, pointer);
        }
    }

    private void points(Pen pen, Frame frame, Palette palette) {
        int colour = palette.series(POINT_COLOUR);
        int stride = Math.max(1, (int) Math.ceil(points.size() / (double) MANY_POINTS));
        for (int i = 0; i < points.size(); i += stride) {
            double x = frame.pixelX(points.x()[i]);
            double y = frame.pixelY(points.y()[i]);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            if (points.test()[i]) {
                pen.circle(x, y, RADIUS, palette.outline(), colour, 1.3);
            } else {
                pen.circle(x, y, RADIUS, Colours.fade(colour, 0.75), palette.outline(), 0.8);
            }
        }
    }

    private void readOut(Pen pen, Frame frame, Palette palette, Pointer pointer) {
        double under =
                frame.x().value(pointer.x(), frame.inner().x(), frame.inner().right());
        int at = Series.of("", CURVE_COLOUR, curveX, curveY).nearest(under);
        double x = frame.pixelX(curveX[at]);
        pen.line(
                Frame.crisp(x), frame.inner().y(), Frame.crisp(x), frame.inner().bottom(), palette.border(), 1);
        if (Double.isFinite(curveY[at])) {
            pen.circle(x, frame.pixelY(curveY[at]), 3.5, palette.series(CURVE_COLOUR), palette.outline(), 1);
        }
        List<ReadOut.Row> rows =
                List.of(new ReadOut.Row(palette.series(CURVE_COLOUR), PlotWords.model(), Numbers.brief(curveY[at])));
        new ReadOut("x " + Numbers.brief(curveX[at]), rows).draw(pen, frame.inner(), pointer, palette);
    }
}
