package org.chainboard.tools.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws on an image in memory; needs no window and no display. */
final class Java2dPen implements Pen {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;
    private final PlotFonts fonts = new PlotFonts();

    Java2dPen(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void rect(double x, double y, double width, double height, int colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    @Override
    public void roundRect(Box box, double radius, int fill, int stroke) {
        Shape shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
        fill(shape, fill);
        outline(shape, stroke, 1);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double thickness) {
        outline(new Line2D.Double(x1, y1, x2, y2), colour, thickness);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int colour, double thickness) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        outline(path, colour, thickness);
    }

    @Override
    public void circle(double x, double y, double radius, int fill, int stroke, double thickness) {
        Shape shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        fill(shape, fill);
        outline(shape, stroke, thickness);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Align align, int colour) {
        graphics.setColor(new Color(colour, true));
        double at = align.left(x, textWidth(text, style));
        for (int start = 0; start < text.length(); ) {
            int end = endOfRun(text, start, style);
            String run = text.substring(start, end);
            graphics.setFont(fonts.of(style, run.codePointAt(0)));
            graphics.drawString(run, (float) at, (float) y);
            at += width(run, graphics.getFont());
            start = end;
        }
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        double width = 0;
        for (int start = 0; start < text.length(); ) {
            int end = endOfRun(text, start, style);
            width += width(text.substring(start, end), fonts.of(style, text.codePointAt(start)));
            start = end;
        }
        return width;
    }

    @Override
    public void image(int[] pixels, int width, int height, Box box, boolean smooth) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int left = (int) Math.round(box.x());
        int top = (int) Math.round(box.y());
        int right = (int) Math.round(box.right());
        int bottom = (int) Math.round(box.bottom());
        graphics.drawImage(image, left, top, right, bottom, 0, 0, width, height, null);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        drawing.run();
        graphics.setClip(before);
    }

    /** Where the characters from {@code start} on stop sharing one font. */
    private int endOfRun(String text, int start, TextStyle style) {
        Font font = fonts.of(style, text.codePointAt(start));
        int end = start;
        while (end < text.length() && fonts.of(style, text.codePointAt(end)).equals(font)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static double width(String run, Font font) {
        return font.getStringBounds(run, EXACT).getWidth();
    }

    private void fill(Shape shape, int colour) {
        if (colour != Colours.NONE) {
            graphics.setColor(new Color(colour, true));
            graphics.fill(shape);
        }
    }

    private void outline(Shape shape, int colour, double thickness) {
        if (colour != Colours.NONE && thickness > 0) {
            graphics.setColor(new Color(colour, true));
            graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
        }
    }
}
