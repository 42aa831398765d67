package org.chainboard.app.canvas.view;

import javafx.geometry.Rectangle2D;
import org.chainboard.tools.project.Position;

/**
 * What part of the canvas is in view. Whatever it is made from, its numbers are finite and its zoom within the limits.
 *
 * @param x canvas coordinate at the left edge of the view
 * @param y canvas coordinate at its upper edge
 * @param zoom pixels per unit
 */
public record Camera(double x, double y, double zoom) {
    public static final double MIN_ZOOM = 0.1;
    public static final double MAX_ZOOM = 4;
    public static final Camera START = new Camera(0, 0, 1);

    public Camera {
        x = Double.isFinite(x) ? x : 0;
        y = Double.isFinite(y) ? y : 0;
        zoom = Double.isFinite(zoom) ? Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom)) : 1;
    }

    /** Shows all of {@code area} in the middle of a view of this size, at most at 100 %. */
    public static Camera showing(Rectangle2D area, double width, double height) {
        double fit = Math.min(width / Math.max(1, area.getWidth()), height / Math.max(1, area.getHeight()));
        double zoom = new Camera(0, 0, Math.min(1, fit)).zoom;
        double x = area.getMinX() + area.getWidth() / 2 - width / zoom / 2;
        double y = area.getMinY() + area.getHeight() / 2 - height / zoom / 2;
        return new Camera(x, y, zoom);
    }

    /** The place on the canvas at a pixel of the view. */
    public Position toWorld(double screenX, double screenY) {
        return new Position(x + screenX / zoom, y + screenY / zoom);
    }

    /** The pixel of the view at a place on the canvas. */
    public Position toScreen(Position world) {
        return new Position((world.x() - x) * zoom, (world.y() - y) * zoom);
    }

    /** What a view of this size shows. */
    public Rectangle2D area(double width, double height) {
        return new Rectangle2D(x, y, Math.max(0, width) / zoom, Math.max(0, height) / zoom);
    }

    /** Moved by pixels of the view: the canvas follows the hand. */
    public Camera panned(double dx, double dy) {
        return new Camera(x - dx / zoom, y - dy / zoom, zoom);
    }

    /** Zoomed to {@code wanted}, as far as the limits allow; what is at the pixel stays there. */
    public Camera zoomedTo(double wanted, double screenX, double screenY) {
        double to = new Camera(0, 0, wanted).zoom;
        Position fixed = toWorld(screenX, screenY);
        return new Camera(fixed.x() - screenX / to, fixed.y() - screenY / to, to);
    }
}
