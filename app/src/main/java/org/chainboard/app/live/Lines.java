package org.chainboard.app.live;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.train.Curve;
import org.chainboard.tools.plot.Series;

/** Curves of a run as lines of a plot; the arrays are shared, not copied, for nobody writes to either. */
final class Lines {
    private Lines() {}

    /** One curve under a name for people. */
    static Series of(Curve curve, String name, int colour) {
        return new Series(name, colour, curve.steps(), curve.min(), curve.max(), curve.last());
    }

    /** All curves under their own names, each in the next colour. */
    static List<Series> of(List<Curve> curves) {
        List<Series> lines = new ArrayList<>(curves.size());
        for (Curve curve : curves) {
            lines.add(of(curve, curve.name(), lines.size()));
        }
        return lines;
    }
}
