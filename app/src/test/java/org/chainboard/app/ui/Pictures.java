package org.chainboard.app.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;

/** Pictures of windows for people to look at. */
public final class Pictures {
    private Pictures() {}

    /** Writes what a scene looks like into {@code target/pictures}. */
    public static Path write(Scene scene, String name) {
        return write(scene.snapshot(null), name);
    }

    /** Writes what a part of a scene looks like at another size; it is to be unmanaged. */
    public static Path write(Region part, double width, double height, String name) {
        part.resize(width, height);
        part.applyCss();
        part.layout();
        return write(part.snapshot(null, null), name);
    }

    private static Path write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                ImageIO.write(picture, "png", out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
