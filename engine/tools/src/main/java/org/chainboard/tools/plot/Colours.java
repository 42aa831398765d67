package org.chainboard.tools.plot;

/** Arithmetic on packed {@code 0xAARRGGBB} colours. */
public final class Colours {
    /** No colour at all. */
    public static final int NONE = 0;

    private Colours() {}

    /** The colour at {@code t} on the way from {@code a} (0) to {@code b} (1); outside, the nearer end. */
    public static int mix(int a, int b, double t) {
        double share = Math.max(0, Math.min(1, t));
        return channel(a, b, share, 24) | channel(a, b, share, 16) | channel(a, b, share, 8) | channel(a, b, share, 0);
    }

    /** The same colour, this opaque (0 to 1). */
    public static int fade(int colour, double opacity) {
        return ((int) Math.round(255 * opacity) << 24) | (colour & 0xffffff);
    }

    private static int channel(int a, int b, double t, int shift) {
        int from = (a >>> shift) & 0xff;
        int to = (b >>> shift) & 0xff;
        return (int) Math.round(from + t * (to - from)) << shift;
    }
}
