package org.chainboard.tools.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.words.Words;

/** A bar that is drawn over itself and leaves nothing behind. */
final class ProgressBar implements Progress {
    private static final Words WORDS = new Words("cli");
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintStream err;
    private final long steps;
    private final LongSupplier clock;
    private long nextDraw;
    private int longest;

    ProgressBar(PrintStream err, long steps, LongSupplier clock) {
        this.err = err;
        this.steps = steps;
        this.clock = clock;
        this.nextDraw = clock.getAsLong();
    }

    @Override
    public void at(long step, DoubleSupplier loss) {
        long now = clock.getAsLong();
        if (now - nextDraw < 0) {
            return;
        }
        nextDraw = now + REDRAW_NANOS;
        int full = (int) (WIDTH * step / steps);
        String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
        draw(bar + " " + WORDS.get("train.progress", step, steps, Numbers.brief(loss.getAsDouble())));
    }

    private void draw(String line) {
        longest = Math.max(longest, line.length());
        err.print("\r" + line + " ".repeat(longest - line.length()));
        err.flush();
    }

    @Override
    public void close() {
        if (longest > 0) {
            draw("");
            err.print("\r");
            err.flush();
        }
    }
}
