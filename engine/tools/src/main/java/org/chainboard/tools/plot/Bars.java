package org.chainboard.tools.plot;

/**
 * A row of bars from zero upwards, without axes: a history or a distribution at a glance.
 *
 * @param values not negative; what is not finite has no bar
 */
public record Bars(double[] values) implements Plot {
    private static final double GAP = 1;
    private static final double LOWEST = 1;

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Range range = Range.of(values);
        if (!range.something()) {
            return;
        }
        double most = Math.max(range.max(), Double.MIN_NORMAL);
        double each = box.width() / values.length;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double height = Math.max(LOWEST, box.height() * Math.max(0, values[i]) / most);
                double gap = each > 2 * GAP ? GAP : 0;
                pen.rect(box.x() + i * each, box.bottom() - height, each - gap, height, palette.text());
            }
        }
    }
}
