package org.chainboard.engine.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Schedules that are a formula: one row each with the names of its numbers; {@code t} counts steps from 1. Names and
 * formulas are those of ParameterSchedulers.jl 0.4, except for Warmup, which it has none of.
 */
public enum ScheduleKind {
    /** Always the same. */
    CONSTANT("Constant", (t, n) -> n[0], "value"),
    /** Times {@code decay} after every {@code step_size} steps. */
    STEP("Step", (t, n) -> n[0] * StrictMath.pow(n[1], Math.floor((t - 1) / n[2])), "start", "decay", "step_size"),
    /** Times {@code decay} after every step. */
    EXP("Exp", (t, n) -> n[0] * StrictMath.pow(n[1], t - 1), "start", "decay"),
    /** Down to 0 in {@code max_iter} steps, along a power of what is left; 0 from then on. */
    POLY("Poly", (t, n) -> n[0] * StrictMath.pow(Math.max(0, 1 - (t - 1) / n[2]), n[1]), "start", "degree", "max_iter"),
    /** Ever slower towards 0. */
    INV("Inv", (t, n) -> n[0] / StrictMath.pow(1 + (t - 1) * n[1], n[2]), "start", "decay", "degree"),
    /** Up and down again in straight lines, once in {@code period} steps; Smith, 2017. */
    TRIANGLE("Triangle", (t, n) -> between(n, triangle((t - 1) / n[2])), "l0", "l1", "period"),
    /** Up and down again along a sine, once in {@code period} steps. */
    SIN("Sin", (t, n) -> between(n, Math.abs(StrictMath.sin(Math.PI * (t - 1) / n[2]))), "l0", "l1", "period"),
    /** Down along half a cosine in {@code period} steps, then from the top again; Loshchilov and Hutter, 2017. */
    COS_ANNEAL(
            "CosAnneal",
            (t, n) -> between(n, (1 + StrictMath.cos(Math.PI * ((t - 1) % n[2]) / n[2])) / 2),
            "l0",
            "l1",
            "period"),
    /** In a straight line from {@code start} to {@code end} in {@code steps} steps, and {@code end} from then on. */
    WARMUP("Warmup", (t, n) -> n[0] + (n[1] - n[0]) * Math.min(1, (t - 1) / n[2]), "start", "end", "steps");

    private interface Formula {
        double at(double t, double[] numbers);
    }

    private final String text;
    private final Formula formula;
    private final List<String> names;

    ScheduleKind(String text, Formula formula, String... names) {
        this.text = text;
        this.formula = formula;
        this.names = List.of(names);
    }

    private static double between(double[] n, double share) {
        return Math.abs(n[0] - n[1]) * share + Math.min(n[0], n[1]);
    }

    /** 0 at whole numbers, 1 in the middle between them. */
    private static double triangle(double x) {
        return 1 - Math.abs(2 * (x - Math.floor(x)) - 1);
    }

    /** The name, such as {@code CosAnneal}. */
    public String text() {
        return text;
    }

    /** The names of its numbers in their order. */
    public List<String> names() {
        return names;
    }

    /** The schedule with these numbers. */
    public Schedule of(double... numbers) {
        return new Schedule.Usual(this, Arrays.stream(numbers).boxed().toList());
    }

    double at(long t, List<Double> numbers) {
        return formula.at(t, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
