package org.chainboard.tools.plot;

/**
 * What a classifier says on a regular grid over a rectangle.
 *
 * @param across how many places from left to right
 * @param up how many places from bottom to top
 * @param area the rectangle, in data units
 * @param winner the most likely class at each place, row by row from the bottom
 * @param confidence how sure it is: 0 for no more than chance, 1 for certain
 */
public record Surface(int across, int up, Area area, int[] winner, float[] confidence) {

    /** A rectangle in data units. */
    public record Area(double minX, double maxX, double minY, double maxY) {

        /** The rectangle around these points with a margin of a twelfth; of unit size where there are none. */
        public static Area around(double[] x, double[] y) {
            double[] across = withMargin(x);
            double[] up = withMargin(y);
            return new Area(across[0], across[1], up[0], up[1]);
        }

        private static double[] withMargin(double[] values) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
            if (min > max) {
                return new double[] {-1, 1};
            }
            double margin = max > min ? (max - min) / 12 : 1;
            return new double[] {min - margin, max + margin};
        }

        /** The x of the middle of a grid column. */
        public double x(int column, int across) {
            return minX + (column + 0.5) * (maxX - minX) / across;
        }

        /** The y of the middle of a grid row, row 0 at the bottom. */
        public double y(int row, int up) {
            return minY + (row + 0.5) * (maxY - minY) / up;
        }
    }

    public Surface {
        if (winner.length != across * up || confidence.length != across * up) {
            throw new IllegalArgumentException("A surface of " + across + "×" + up + " places needs as many values");
        }
    }

    /**
     * From the probabilities of each class, features x batch: class by class, the grid row by row from the bottom.
     *
     * @param probabilities {@code classes * across * up} numbers from 0 to 1
     */
    public static Surface ofProbabilities(int across, int up, Area area, int classes, double[] probabilities) {
        int places = across * up;
        int[] winner = new int[places];
        float[] confidence = new float[places];
        for (int i = 0; i < places; i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = probabilities[k * places + i] > probabilities[best * places + i] ? k : best;
            }
            double chance = 1.0 / classes;
            winner[i] = best;
            confidence[i] = (float) ((probabilities[best * places + i] - chance) / (1 - chance));
        }
        return new Surface(across, up, area, winner, confidence);
    }

    /** From the probability of class 1 of two, the grid row by row from the bottom. */
    public static Surface ofProbability(int across, int up, Area area, double[] probability) {
        int[] winner = new int[probability.length];
        float[] confidence = new float[probability.length];
        for (int i = 0; i < probability.length; i++) {
            winner[i] = probability[i] >= 0.5 ? 1 : 0;
            confidence[i] = (float) Math.abs(2 * probability[i] - 1);
        }
        return new Surface(across, up, area, winner, confidence);
    }
}
