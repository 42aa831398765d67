package org.chainboard.tools.cli;

import java.io.PrintStream;
import java.util.function.DoubleSupplier;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.words.Words;

/** A line after every quarter of the steps. */
final class ProgressLines implements Progress {
    private static final Words WORDS = new Words("cli");
    private static final int PARTS = 4;

    private final PrintStream err;
    private final long steps;
    private long told;

    ProgressLines(PrintStream err, long steps) {
        this.err = err;
        this.steps = steps;
    }

    @Override
    public void at(long step, DoubleSupplier loss) {
        long part = PARTS * step / steps;
        if (part > told) {
            told = part;
            err.println(WORDS.get("train.progress", step, steps, Numbers.brief(loss.getAsDouble())));
            err.flush();
        }
    }

    @Override
    public void close() {}
}
