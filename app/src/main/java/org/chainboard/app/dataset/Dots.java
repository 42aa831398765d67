package org.chainboard.app.dataset;

import org.chainboard.engine.data.Dataset;
import org.chainboard.tools.plot.Box;
import org.chainboard.tools.plot.Colours;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Pen;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Pointer;
import org.chainboard.tools.plot.Points;
import org.chainboard.tools.plot.Surface;

/** The points of a small set without axes: on the plane of its two inputs, or its target over its input. */
record Dots(Points points, Surface.Area area) implements Plot {
    private static final double RADIUS = 1.7;

    static Dots of(Dataset data) {
        int samples = data.samples();
        boolean plane = data.features().size() > 1;
        double[] x = new double[samples];
        double[] y = new double[samples];
        int[] classes = new int[samples];
        for (int i = 0; i < samples; i++) {
            x[i] = data.x().get(0, i);
            y[i] = plane ? data.x().get(1, i) : data.y().get(0, i);
            classes[i] = data.hasClasses() ? data.label(i) : 0;
        }
        Points points = new Points(x, y, classes, new boolean[samples]);
        return new Dots(points, Surface.Area.around(x, y));
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        double across = area.maxX() - area.minX();
        double up = area.maxY() - area.minY();
        for (int i = 0; i < points.size(); i++) {
            double x = box.x() + (points.x()[i] - area.minX()) / across * box.width();
            double y = box.bottom() - (points.y()[i] - area.minY()) / up * box.height();
            pen.circle(x, y, RADIUS, palette.series(points.group()[i]), Colours.NONE, 0);
        }
    }
}
