package org.chainboard.tools.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of plots without a window. */
public final class PlotImage {
    private static final double MARGIN = 14;

    private PlotImage() {}

    /**
     * The plots side by side in columns of equal width.
     *
     * @param width of the whole picture in logical pixels
     * @param height of the whole picture in logical pixels
     * @param scale real pixels per logical pixel; 2 is sharp in print and on dense screens
     */
    public static BufferedImage render(List<Plot> plots, int width, int height, double scale, Palette palette) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            Pen pen = new Java2dPen(graphics);
            pen.rect(0, 0, width, height, palette.background());
            double each = (double) width / plots.size();
            for (int i = 0; i < plots.size(); i++) {
                Box box = new Box(i * each, 0, each, height).inset(MARGIN, MARGIN, MARGIN, MARGIN);
                plots.get(i).draw(pen, box, palette, Pointer.NONE);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Writes one plot as a PNG file at double density, making the folder where it is missing. */
    public static void writePng(Plot plot, int width, int height, Palette palette, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(render(List.of(plot), width, height, 2, palette), "png", out);
        }
    }
}
