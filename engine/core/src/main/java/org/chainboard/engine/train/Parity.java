package org.chainboard.engine.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;

/**
 * The same step computed on two backends.
 *
 * @param step steps taken before it
 * @param difference the largest relative difference of the loss, every gradient, every parameter after the step, and what
 *     layers remember: the length of the difference over the length of the array
 * @param worst the name of the array with the largest: {@code loss}, {@code ∇Dense₁.W} or {@code Dense₁.W}
 * @param tolerance the largest difference that is allowed
 * @param base the one that is believed: the processor, where the other is a card
 * @param other the one that is compared with it
 * @param copySeconds how long it takes to copy all that learns to the other backend and back
 */
public record Parity(
        long step, double difference, String worst, double tolerance, Side base, Side other, double copySeconds) {
    private static final double SINGLE = 1e-4;
    private static final double DOUBLE = 1e-9;
    /** A step that the processor takes in less than this is over before a card has begun. */
    private static final double SMALL_SECONDS = 1e-3;

    private static final double NANOS = 1e9;

    /**
     * One of the two.
     *
     * @param backend its name
     * @param seconds how long a step takes: the median of some
     */
    public record Side(String backend, double seconds) {}

    /** Whether the two agree. */
    public boolean passed() {
        return difference <= tolerance;
    }

    /** Whether the other takes longer for a step. */
    public boolean isSlower() {
        return other.seconds > base.seconds;
    }

    /** Why the other does not pay, as a sentence: its step or its copies take longer. Empty where it pays. */
    public String explanation() {
        if (isSlower()) {
            return Sentences.get(base.seconds < SMALL_SECONDS ? "parity.small" : "parity.slower");
        }
        return copySeconds > savedSeconds() ? Sentences.get("parity.copying") : "";
    }

    /** What the steps of the other save between two checkpoints. */
    private double savedSeconds() {
        return Placement.CHECKPOINT_NANOS / NANOS * (base.seconds / other.seconds - 1);
    }

    /** A time for people, in two digits: {@code 35 µs}. */
    public static String text(double seconds) {
        String[] units = {"s", "ms", "µs"};
        double value = seconds;
        int unit = 0;
        while (value < 1 && unit < units.length - 1) {
            value *= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /**
     * Computes the next step of {@code run} on its own backend and on another one. The run stays where it is.
     *
     * @throws org.chainboard.engine.backend.BackendException when the other cannot be used
     */
    public static Parity between(TrainingRun run, Backend other) {
        try (TrainingRun there = run.beside(other)) {
            return of(run, there, System::nanoTime);
        }
    }

    /** Of two runs that stand at the same place, and are left there; the first is believed. */
    static Parity of(TrainingRun base, TrainingRun other, LongSupplier clock) {
        boolean single = base.program().dtype() == DType.F32;
        double tolerance = single ? SINGLE : DOUBLE;
        try (Trial here = new Trial(base, clock);
                Trial there = new Trial(other, clock)) {
            Map<String, Tensor> right = here.step();
            List<Map<String, Tensor>> shaken = List.of(here.shaken(0), here.shaken(1));
            Difference found = Difference.between(right, shaken, there.step(), tolerance);
            return new Parity(
                    base.step(),
                    found.value(),
                    found.worst(),
                    tolerance,
                    new Side(base.backend().name(), here.seconds()),
                    new Side(other.backend().name(), there.seconds()),
                    there.copySeconds());
        }
    }
}
