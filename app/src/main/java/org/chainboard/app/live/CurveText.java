package org.chainboard.app.live;

import java.util.List;
import org.chainboard.engine.train.Curve;

/** Curves as a table of text: one row for every bucket of steps. */
final class CurveText {
    private CurveText() {}

    static String of(List<Curve> curves, char separator) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(String.valueOf(separator), "line", "step", "smallest", "largest", "last"))
                .append('\n');
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                text.append(quoted(curve.name(), separator)).append(separator);
                text.append((long) curve.steps()[i]).append(separator);
                text.append(curve.min()[i]).append(separator);
                text.append(curve.max()[i]).append(separator);
                text.append(curve.last()[i]).append('\n');
            }
        }
        return text.toString();
    }

    private static String quoted(String name, char separator) {
        boolean plain = name.indexOf(separator) < 0 && name.indexOf('"') < 0;
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
