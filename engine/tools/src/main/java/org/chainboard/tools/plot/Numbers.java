package org.chainboard.tools.plot;

import java.util.Locale;

/** Numbers as people read them in a plot; the same on every machine. */
public final class Numbers {
    private Numbers() {}

    /** A measured number in few signs that do not jump: {@code 0.0832}, {@code 12.40}, {@code 3.1e-5}. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return exponent(value, 1);
        }
        int decimals = size < 1 ? 4 : size < 1000 ? 3 - (int) Math.floor(Math.log10(size)) : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** A whole number with its thousands apart: {@code 12,480}. */
    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** {@code 3.1e-5}, with this many places after the point. */
    static String exponent(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "e", value);
        int e = text.indexOf('e');
        return text.substring(0, e) + "e" + Integer.parseInt(text.substring(e + 1));
    }
}
