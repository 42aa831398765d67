package org.chainboard.tools.plot;

/** A plot with a title above it. */
public record Titled(String title, Plot plot) implements Plot {

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        plot.draw(pen, Heading.title(pen, box, title, palette), palette, pointer);
    }
}
