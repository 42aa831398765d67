package org.chainboard.tools.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several named lines over the steps of a run.
 *
 * @param title above the plot; empty for none
 * @param log whether y is logarithmic; numbers that are not positive are gaps then
 * @param recent whether only the last quarter of the steps is shown
 * @param values whether the legend carries each line's newest value
 * @param note a remark after the legend
 * @param empty what to say while there is nothing to draw
 */
public record LinePlot(
        String title, List<Series> series, boolean log, boolean recent, boolean values, String note, String empty)
        implements Plot {

    private static final double RECENT_SHARE = 0.25;
    private static final int FEW_POINTS = 300;
    private static final int FEW_POINTS_IN_ALL = 1500;
    private static final int MANY_LINES = 12;
    private static final int ROWS_IN_READ_OUT = 8;
    private static final double TALL = 150;

    public LinePlot {
        series = List.copyOf(series);
    }

    /** A linear plot of all steps, with the newest values in the legend. */
    public static LinePlot of(String title, List<Series> series, String empty) {
        return new LinePlot(title, series, false, false, true, "", empty);
    }

    /** The same with y logarithmic or not; {@code note} says so beside the legend. */
    public LinePlot withLog(boolean on, String noteText) {
        return new LinePlot(title, series, on, recent, values, noteText, empty);
    }

    /** The same over the last quarter of the steps, or over all. */
    public LinePlot withRecent(boolean on) {
        return new LinePlot(title, series, log, on, values, note, empty);
    }

    /** The same with or without values in the legend. */
    public LinePlot withValues(boolean on) {
        return new LinePlot(title, series, log, recent, on, note, empty);
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Box below = Heading.title(pen, box, title, palette);
        Extent extent = Extent.of(series, log, recent ? RECENT_SHARE : 1);
        if (!extent.something()) {
            Heading.empty(pen, below, empty, palette);
            return;
        }
        int rows = below.height() > TALL ? 2 : 1;
        double used = new Legend(pen, palette).draw(below, entries(palette), note, rows);
        Box plot = below.inset(used, 0, 0, 0);
        Frame frame = Frame.fit(pen, plot, acrossAxis(extent, plot), upAxis(extent, plot));
        frame.draw(pen, palette);
        int chosen = frameHas(frame, pointer) ? nearestLine(frame, pointer) : -1;
        pen.clipped(frame.inner().inset(-2, -2, -2, -2), () -> lines(pen, frame, palette, extent, chosen));
        if (chosen >= 0) {
            readOut(pen, frame, palette, pointer, chosen);
        }
    }

    private Axis acrossAxis(Extent extent, Box plot) {
        return Axis.exact(extent.firstStep(), extent.lastStep(), Frame.marksAcross(plot.width()), true);
    }

    private Axis upAxis(Extent extent, Box plot) {
        int most = Frame.marksUpwards(plot.height());
        return log ? Axis.log(extent.min(), extent.max(), most) : Axis.linear(extent.min(), extent.max(), most);
    }

    private List<Legend.Entry> entries(Palette palette) {
        return series.stream()
                .map(line -> new Legend.Entry(palette.series(line.colour()), legendText(line)))
                .toList();
    }

    private String legendText(Series line) {
        return values && line.size() > 0 ? line.name() + " " + Numbers.brief(line.newest()) : line.name();
    }

    private void lines(Pen pen, Frame frame, Palette palette, Extent extent, int chosen) {
        boolean many = series.size() > MANY_LINES;
        boolean smooth = smooth(extent);
        Trace trace = new Trace(pen, frame, many ? 2 : 1);
        // the sparser lines above the denser ones, which would hide them; of equal ones the first on top
        List<Integer> order = IntStream.range(0, series.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -series.get(i).size())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        for (int i : order) {
            if (i != chosen) {
                line(trace, series.get(i), palette, extent, smooth, !many, 0);
            }
        }
        if (chosen >= 0) {
            line(trace, series.get(chosen), palette, extent, smooth, true, 0.9);
        }
    }

    private void line(
            Trace trace, Series line, Palette palette, Extent extent, boolean smooth, boolean band, double extra) {
        int first = Math.max(0, line.firstFrom(extent.firstStep()) - 1);
        int colour = palette.series(line.colour());
        if (band && line.min() != line.max()) {
            trace.band(line, first, colour);
        }
        if (smooth) {
            trace.smooth(line, first, colour, extra);
        } else {
            trace.columns(line, first, colour, extra);
        }
    }

    private boolean smooth(Extent extent) {
        int most = 0;
        int all = 0;
        for (Series line : series) {
            int shown = line.size() - line.firstFrom(extent.firstStep());
            most = Math.max(most, shown);
            all += shown;
        }
        return most <= FEW_POINTS && all <= FEW_POINTS_IN_ALL;
    }

    private static boolean frameHas(Frame frame, Pointer pointer) {
        return pointer.over(frame.inner());
    }

    private int nearestLine(Frame frame, Pointer pointer) {
        double step =
                frame.x().value(pointer.x(), frame.inner().x(), frame.inner().right());
        return IntStream.range(0, series.size())
                .filter(i -> frame.y().shows(valueAt(series.get(i), step)))
                .boxed()
                .min(Comparator.comparingDouble(
                        i -> Math.abs(frame.pixelY(valueAt(series.get(i), step)) - pointer.y())))
                .orElse(-1);
    }

    private void readOut(Pen pen, Frame frame, Palette palette, Pointer pointer, int chosen) {
        double under =
                frame.x().value(pointer.x(), frame.inner().x(), frame.inner().right());
        Series main = series.get(chosen);
        double step = main.steps()[main.nearest(under)];
        double x = Frame.crisp(frame.pixelX(step));
        pen.line(x, frame.inner().y(), x, frame.inner().bottom(), palette.border(), 1);
        List<Integer> shown = IntStream.range(0, series.size())
                .boxed()
                .filter(i -> frame.y().shows(valueAt(series.get(i), step)))
                .sorted(Comparator.comparingDouble(i -> i == chosen ? 0 : distance(frame, pointer, i, step) + 1))
                .limit(ROWS_IN_READ_OUT)
                .sorted(Comparator.comparingDouble(i -> -valueAt(series.get(i), step)))
                .toList();
        List<ReadOut.Row> rows =
                shown.stream().map(i -> row(series.get(i), step, palette)).toList();
        for (int i : shown) {
            double y = frame.pixelY(valueAt(series.get(i), step));
            int colour = palette.series(series.get(i).colour());
            pen.circle(x, y, i == chosen ? 3.5 : 2.5, colour, palette.outline(), 1);
        }
        new ReadOut(PlotWords.step(step), rows).draw(pen, frame.inner(), pointer, palette);
    }

    private double distance(Frame frame, Pointer pointer, int i, double step) {
        return Math.abs(frame.pixelY(valueAt(series.get(i), step)) - pointer.y());
    }

    private static ReadOut.Row row(Series line, double step, Palette palette) {
        return new ReadOut.Row(palette.series(line.colour()), line.name(), Numbers.brief(valueAt(line, step)));
    }

    private static double valueAt(Series line, double step) {
        int at = line.nearest(step);
        return at < 0 ? Double.NaN : line.last()[at];
    }
}
