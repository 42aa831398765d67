package org.chainboard.tools.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers what was drawn. Every letter is six pixels wide. */
final class RecordingPen implements Pen {
    static final double LETTER = 6;

    final List<Rect> rects = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Path> paths = new ArrayList<>();
    final List<Circle> circles = new ArrayList<>();
    final List<Written> texts = new ArrayList<>();
    final List<Picture> pictures = new ArrayList<>();
    final List<Box> cards = new ArrayList<>();

    record Rect(double x, double y, double width, double height, int colour) {}

    record Line(double x1, double y1, double x2, double y2, int colour) {}

    record Path(double[] xs, double[] ys, int colour, double thickness) {}

    record Circle(double x, double y, int fill, int stroke) {}

    record Written(String text, double left, double right, double base, TextStyle style, int colour) {}

    record Picture(int[] pixels, int width, int height, Box box, boolean smooth) {}

    @Override
    public void rect(double x, double y, double width, double height, int colour) {
        rects.add(new Rect(x, y, width, height, colour));
    }

    @Override
    public void roundRect(Box box, double radius, int fill, int stroke) {
        cards.add(box);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double thickness) {
        lines.add(new Line(x1, y1, x2, y2, colour));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int colour, double thickness) {
        paths.add(new Path(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), colour, thickness));
    }

    @Override
    public void circle(double x, double y, double radius, int fill, int stroke, double thickness) {
        circles.add(new Circle(x, y, fill, stroke));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Align align, int colour) {
        double width = textWidth(text, style);
        double left = align.left(x, width);
        texts.add(new Written(text, left, left + width, y, style, colour));
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return text.length() * LETTER;
    }

    @Override
    public void image(int[] pixels, int width, int height, Box box, boolean smooth) {
        pictures.add(new Picture(pixels.clone(), width, height, box, smooth));
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        drawing.run();
    }

    /** Everything written, in order. */
    List<String> words() {
        return texts.stream().map(Written::text).toList();
    }
}
