package org.chainboard.app.inspector.part;

import java.util.Locale;
import org.chainboard.tools.plot.Align;
import org.chainboard.tools.plot.Box;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Pen;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Pointer;
import org.chainboard.tools.plot.TextStyle;

/**
 * A function and its slope over the axes of x and y.
 *
 * @param colour which colour of the palette the function has
 * @param name what the function is called
 * @param slopeName what its slope is called
 */
public record BendPlot(Bend bend, int colour, String name, String slopeName) implements Plot {
    private static final int SLOPE_COLOUR = 3;
    private static final double THICK = 2;
    private static final double THIN = 1.3;
    private static final double HEAD = 24;
    private static final double FOOT = 18;
    private static final double DOT = 3;
    private static final double BASE = 11;
    private static final double GAP = 6;
    private static final double END = 4;
    private static final double HALF_DIGIT = 3.5;
    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
    /** Beyond this a curve leaves the picture, so that a pole does not flatten all the rest. */
    private static final double HIGHEST = 30;

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        double low = -nice(-bound(true));
        double high = nice(bound(false));
        if (high <= low) {
            high = 1;
        }
        double marks = Math.max(pen.textWidth(tick(low), TextStyle.TICK), pen.textWidth(tick(high), TextStyle.TICK));
        Box inner = box.inset(HEAD, END, FOOT, marks + GAP);
        View view = new View(inner, low, high);
        axes(pen, view, palette);
        pen.clipped(inner.inset(-2, -1, -2, -1), () -> {
            line(pen, view, bend.slopes(), palette.series(SLOPE_COLOUR), THIN);
            line(pen, view, bend.ys(), palette.series(colour), THICK);
        });
        int under = pointer.over(inner) ? view.index(pointer.x(), bend.xs().length) : -1;
        head(pen, box, palette, under);
        if (under >= 0) {
            dots(pen, view, palette, under);
        }
    }

    /** Where numbers are on the page. */
    private record View(Box box, double low, double high) {
        double x(int i, int count) {
            return box.x() + box.width() * i / (count - 1);
        }

        double y(double value) {
            return box.bottom() - box.height() * (value - low) / (high - low);
        }

        int index(double x, int count) {
            return (int) Math.round((x - box.x()) / box.width() * (count - 1));
        }
    }

    private double bound(boolean lowest) {
        double found = 0;
        for (double[] values : new double[][] {bend.ys(), bend.slopes()}) {
            for (double value : values) {
                if (Double.isFinite(value)) {
                    found = lowest ? Math.min(found, value) : Math.max(found, value);
                }
            }
        }
        return Math.max(-HIGHEST, Math.min(HIGHEST, found));
    }

    private static void axes(Pen pen, View view, Palette palette) {
        Box box = view.box();
        double zero = Math.round(view.y(0)) + 0.5;
        double middle = Math.round(box.x() + box.width() / 2) + 0.5;
        pen.line(box.x(), zero, box.right(), zero, palette.border(), 1);
        pen.line(middle, box.y(), middle, box.bottom(), palette.border(), 1);
        double base = box.bottom() + FOOT - 3;
        pen.text("-3", box.x(), base, TextStyle.TICK, Align.CENTER, palette.muted());
        pen.text("0", middle, base, TextStyle.TICK, Align.CENTER, palette.muted());
        pen.text("3", box.right(), base, TextStyle.TICK, Align.CENTER, palette.muted());
        mark(pen, view, palette, 0);
        if (view.high() > 0) {
            mark(pen, view, palette, view.high());
        }
        if (view.low() < 0) {
            mark(pen, view, palette, view.low());
        }
    }

    private static void mark(Pen pen, View view, Palette palette, double value) {
        double base = view.y(value) + HALF_DIGIT;
        pen.text(tick(value), view.box().x() - GAP, base, TextStyle.TICK, Align.RIGHT, palette.muted());
    }

    /** The next number upwards that reads well. */
    private static double nice(double value) {
        if (value <= 0) {
            return 0;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (value <= step * ten * (1 + 1e-9)) {
                return step * ten;
            }
        }
        return 10 * ten;
    }

    private static String tick(double value) {
        return String.format(Locale.ROOT, "%.6f", value + 0.0).replaceFirst("\\.?0+$", "");
    }

    private static void line(Pen pen, View view, double[] values, int colour, double thickness) {
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                xs[count] = view.x(i, values.length);
                ys[count] = view.y(Math.max(-10 * HIGHEST, Math.min(10 * HIGHEST, values[i])));
                count++;
            } else {
                pen.polyline(xs, ys, count, colour, thickness);
                count = 0;
            }
        }
        pen.polyline(xs, ys, count, colour, thickness);
    }

    /** The names in their colours, or the values under the mouse. */
    private void head(Pen pen, Box box, Palette palette, int under) {
        boolean hasSlope = bend.slopes().length > 0;
        String first = under < 0 ? name : name + " " + Numbers.brief(bend.ys()[under]);
        pen.text(first, box.x(), box.y() + BASE, TextStyle.STRONG, Align.LEFT, palette.series(colour));
        if (hasSlope) {
            String second = under < 0 ? slopeName : slopeName + " " + Numbers.brief(bend.slopes()[under]);
            double at = box.right();
            pen.text(second, at, box.y() + BASE, TextStyle.STRONG, Align.RIGHT, palette.series(SLOPE_COLOUR));
        }
        if (under >= 0) {
            String x = "x " + Numbers.brief(bend.xs()[under]);
            double middle = box.x() + box.width() / 2;
            pen.text(x, middle, box.y() + BASE, TextStyle.LABEL, Align.CENTER, palette.muted());
        }
    }

    private void dots(Pen pen, View view, Palette palette, int under) {
        double x = view.x(under, bend.xs().length);
        Box box = view.box();
        double crisp = Math.floor(x) + 0.5;
        pen.line(crisp, box.y(), crisp, box.bottom(), palette.border(), 1);
        dot(pen, view, bend.slopes(), palette.series(SLOPE_COLOUR), palette, under);
        dot(pen, view, bend.ys(), palette.series(colour), palette, under);
    }

    private static void dot(Pen pen, View view, double[] values, int colour, Palette palette, int under) {
        if (under < values.length && Double.isFinite(values[under])) {
            double y = view.y(values[under]);
            if (view.box().contains(view.x(under, values.length), y)) {
                pen.circle(view.x(under, values.length), y, DOT, colour, palette.outline(), 1);
            }
        }
    }
}
