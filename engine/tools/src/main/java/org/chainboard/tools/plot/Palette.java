package org.chainboard.tools.plot;

import java.util.List;

/**
 * The colours of plots in one look, the same values as in the window's style sheets.
 *
 * @param background what a picture without a window is filled with
 * @param negative the far end of negative numbers in a heat map
 * @param neutral zero in a heat map, and an undecided place on a decision surface
 * @param positive the far end of positive numbers in a heat map
 * @param missing a number that is not finite
 * @param outline the ring around a data point
 * @param series colours of lines and classes; they repeat when there are more
 */
public record Palette(
        int background,
        int text,
        int muted,
        int grid,
        int border,
        int negative,
        int neutral,
        int positive,
        int missing,
        int outline,
        int accent,
        List<Integer> series) {

    private static final double STRONG = 0.45;

    /** Dark signs on white. */
    public static final Palette LIGHT = new Palette(
            0xffffffff,
            0xff1f2933,
            0xff65717e,
            0xffeceff3,
            0xffcfd6de,
            0xffc77700,
            0xffffffff,
            0xff2f6feb,
            0xffd9dee5,
            0xffffffff,
            0xff2f6feb,
            List.of(
                    0xff2f6feb,
                    0xffc77700,
                    0xff0d9b86,
                    0xff7a4fd0,
                    0xffd1453b,
                    0xff5b6b7b,
                    0xff1f9ed1,
                    0xffb0529f,
                    0xff6f8f1c,
                    0xff8a5a2b));

    /** Light signs on near black. */
    public static final Palette DARK = new Palette(
            0xff161b22,
            0xffe3e8ee,
            0xff97a3b0,
            0xff232b36,
            0xff3a4552,
            0xffe39a33,
            0xff1b222b,
            0xff5b93ff,
            0xff3a4552,
            0xff0f141a,
            0xff3b7cf5,
            List.of(
                    0xff5b93ff,
                    0xffe39a33,
                    0xff2bbfa8,
                    0xffa583f0,
                    0xfff0665c,
                    0xff8796a6,
                    0xff4fbfe8,
                    0xffd57fc6,
                    0xff9fbf4a,
                    0xffc08a58));

    /** The colour of the line or class with this number, from 0. */
    public int series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /** A colour that stands out from large areas of the same colour: darker on white, lighter on black. */
    public int strong(int colour) {
        return Colours.mix(colour, text, STRONG);
    }

    /** The colour of a signed number: {@code t} is -1 at the negative end, 0 in the middle, 1 at the positive end. */
    public int signed(double t) {
        if (Double.isNaN(t)) {
            return missing;
        }
        return Colours.mix(neutral, t < 0 ? negative : positive, Math.abs(t));
    }
}
