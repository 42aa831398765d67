package org.chainboard.app.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import org.chainboard.tools.plot.Align;
import org.chainboard.tools.plot.Box;
import org.chainboard.tools.plot.Colours;
import org.chainboard.tools.plot.Pen;
import org.chainboard.tools.plot.TextStyle;

/** Draws on a JavaFX canvas; one pen belongs to one canvas. */
final class FxPen implements Pen {
    private static final String TEXT_FONT = "Inter";
    private static final String STRONG_FONT = "Inter Semi Bold";

    private final GraphicsContext graphics;
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<Integer, Color> colours = newCache(256);
    private final Map<TextStyle, Map<String, Double>> widths = new EnumMap<>(TextStyle.class);
    private final Text measure = new Text();
    private final List<WritableImage> images = new ArrayList<>();
    private int imagesInUse;

    FxPen(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.setFontSmoothingType(FontSmoothingType.GRAY);
        for (TextStyle style : TextStyle.values()) {
            fonts.put(style, Font.font(style.strong() ? STRONG_FONT : TEXT_FONT, style.size()));
            widths.put(style, newCache(512));
        }
    }

    /** Begins a new picture on an empty canvas. */
    void clear(double width, double height) {
        graphics.clearRect(0, 0, width, height);
        imagesInUse = 0;
    }

    @Override
    public void rect(double x, double y, double width, double height, int colour) {
        graphics.setFill(colour(colour));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void roundRect(Box box, double radius, int fill, int stroke) {
        double arc = 2 * radius;
        if (fill != Colours.NONE) {
            graphics.setFill(colour(fill));
            graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (stroke != Colours.NONE) {
            stroke(stroke, 1);
            graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, int colour, double thickness) {
        stroke(colour, thickness);
        graphics.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, int colour, double thickness) {
        stroke(colour, thickness);
        graphics.strokePolyline(xs, ys, count);
    }

    @Override
    public void circle(double x, double y, double radius, int fill, int stroke, double thickness) {
        if (fill != Colours.NONE) {
            graphics.setFill(colour(fill));
            graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        if (stroke != Colours.NONE && thickness > 0) {
            stroke(stroke, thickness);
            graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Align align, int colour) {
        double left = align == Align.LEFT ? x : align.left(x, textWidth(text, style));
        graphics.setFont(fonts.get(style));
        graphics.setFill(colour(colour));
        graphics.fillText(text, left, y);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return widths.get(style).computeIfAbsent(text, key -> {
            measure.setFont(fonts.get(style));
            measure.setText(key);
            return measure.getLayoutBounds().getWidth();
        });
    }

    @Override
    public void image(int[] pixels, int width, int height, Box box, boolean smooth) {
        WritableImage image = imageOf(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        graphics.setImageSmoothing(smooth);
        double left = Math.rint(box.x());
        double top = Math.rint(box.y());
        graphics.drawImage(image, left, top, Math.rint(box.right()) - left, Math.rint(box.bottom()) - top);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        graphics.save();
        graphics.beginPath();
        double left = Math.floor(box.x());
        double top = Math.floor(box.y());
        graphics.rect(left, top, Math.ceil(box.right()) - left, Math.ceil(box.bottom()) - top);
        graphics.clip();
        drawing.run();
        graphics.restore();
    }

    /** The next image of this picture; where the picture before had one of this size there, the same again. */
    private WritableImage imageOf(int width, int height) {
        int at = imagesInUse++;
        if (at == images.size()) {
            images.add(new WritableImage(width, height));
        }
        WritableImage kept = images.get(at);
        if (kept.getWidth() != width || kept.getHeight() != height) {
            kept = new WritableImage(width, height);
            images.set(at, kept);
        }
        return kept;
    }

    private void stroke(int colour, double thickness) {
        graphics.setStroke(colour(colour));
        graphics.setLineWidth(thickness);
    }

    private Color colour(int argb) {
        return colours.computeIfAbsent(
                argb,
                key -> Color.rgb((key >> 16) & 0xff, (key >> 8) & 0xff, key & 0xff, ((key >>> 24) & 0xff) / 255.0));
    }

    /** A map that forgets its oldest entry beyond this size. */
    private static <K, V> Map<K, V> newCache(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
