package org.chainboard.tools.plot;

import java.util.List;

/**
 * The plane coloured by the class a model gives it, paler where it is unsure, with the data over it: training points
 * filled, test points hollow.
 *
 * @param title above the plot; empty for none
 * @param surface what the model says; {@code null} while it has not run
 * @param classes the names of the classes, for the read-out
 * @param empty what to say while there is no surface
 */
public record DecisionSurface(String title, Surface surface, Points points, List<String> classes, String empty)
        implements Plot {
    private static final double STRENGTH = 0.62;
    private static final double RADIUS = 2.8;
    private static final int MANY_POINTS = 1500;

    public DecisionSurface {
        classes = List.copyOf(classes);
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Box inner = Heading.title(pen, box, title, palette);
        if (surface == null) {
            Heading.empty(pen, inner, empty, palette);
            return;
        }
        pen.image(pixels(palette), surface.across(), surface.up(), inner, true);
        pen.clipped(inner, () -> points(pen, inner, palette));
        if (pointer.over(inner)) {
            readOut(pen, inner, palette, pointer);
        }
    }

    private int[] pixels(Palette palette) {
        int across = surface.across();
        int up = surface.up();
        int[] pixels = new int[across * up];
        for (int row = 0; row < up; row++) {
            for (int column = 0; column < across; column++) {
                int at = row * across + column;
                pixels[(up - 1 - row) * across + column] = colour(at, palette);
            }
        }
        return pixels;
    }

    private int colour(int at, Palette palette) {
        float sure = surface.confidence()[at];
        if (Float.isNaN(sure)) {
            return palette.missing();
        }
        return Colours.mix(palette.neutral(), palette.series(surface.winner()[at]), STRENGTH * sure);
    }

    private void points(Pen pen, Box inner, Palette palette) {
        int stride = Math.max(1, (int) Math.ceil(points.size() / (double) MANY_POINTS));
        for (int i = 0; i < points.size(); i += stride) {
            double x = pixelX(points.x()[i], inner);
            double y = pixelY(points.y()[i], inner);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                dot(pen, x, y, palette.series(points.group()[i]), points.test()[i], palette);
            }
        }
    }

    private static void dot(Pen pen, double x, double y, int colour, boolean test, Palette palette) {
        int strong = palette.strong(colour);
        if (test) {
            pen.circle(x, y, RADIUS, palette.outline(), strong, 1.4);
        } else {
            pen.circle(x, y, RADIUS, strong, palette.outline(), 1);
        }
    }

    private double pixelX(double value, Box inner) {
        Surface.Area area = surface.area();
        return inner.x() + (value - area.minX()) / (area.maxX() - area.minX()) * inner.width();
    }

    private double pixelY(double value, Box inner) {
        Surface.Area area = surface.area();
        return inner.bottom() - (value - area.minY()) / (area.maxY() - area.minY()) * inner.height();
    }

    private void readOut(Pen pen, Box inner, Palette palette, Pointer pointer) {
        double right = (pointer.x() - inner.x()) / inner.width();
        double up = (inner.bottom() - pointer.y()) / inner.height();
        int column = (int) Math.min(surface.across() - 1, right * surface.across());
        int row = (int) Math.min(surface.up() - 1, up * surface.up());
        int winner = surface.winner()[row * surface.across() + column];
        Surface.Area area = surface.area();
        String x = Numbers.brief(area.minX() + right * (area.maxX() - area.minX()));
        String y = Numbers.brief(area.minY() + up * (area.maxY() - area.minY()));
        String name = winner < classes.size() ? classes.get(winner) : PlotWords.unnamedClass(winner);
        List<ReadOut.Row> rows = List.of(new ReadOut.Row(palette.series(winner), name, ""));
        new ReadOut("(" + x + ", " + y + ")", rows).draw(pen, inner, pointer, palette);
    }
}
