package org.chainboard.engine.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;

/** Many numbers become one: every reduction along every kind of axes, which go or stay. */
final class ReductionRows {
    private static final int[][] AXES = {{}, {0}, {1}, {2}, {0, 2}, {1, 2}, {0, 1, 2}};
    private static final Shape BLOCK = Shape.of(2, 3, 2);

    private final List<Row> rows = new ArrayList<>();

    static List<Row> all() {
        ReductionRows table = new ReductionRows();
        table.add("sum", Var::sum, Var::sumKept, ReductionRows::sum);
        table.add("mean", Var::mean, Var::meanKept, x -> x.length == 0 ? 0 : sum(x) / x.length);
        table.add("prod", Var::prod, Var::prodKept, x -> Arrays.stream(x).reduce(1, (a, b) -> a * b));
        table.add(
                "maximum",
                Var::maximum,
                Var::maxKept,
                x -> sorted(x).length == 0 ? Double.NEGATIVE_INFINITY : sorted(x)[x.length - 1]);
        table.add("minimum", Var::minimum, Var::minKept, x -> x.length == 0 ? Double.POSITIVE_INFINITY : sorted(x)[0]);
        table.add("norm", Var::norm, Var::normKept, x -> Math.sqrt(sum(squares(x))));
        table.add(
                "logsumexp",
                Var::logsumexp,
                Var::logsumexpKept,
                x -> Math.log(Arrays.stream(x).map(Math::exp).sum()));
        table.spread();
        return table.rows;
    }

    /** Variances in the form that shifts nothing, (Σx² - (Σx)²/n) / (n - 1), in exact decimals. */
    private static double variance(double[] x, int correction) {
        int n = x.length;
        if (n <= correction) {
            return Double.NaN;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (double number : x) {
            BigDecimal exact = new BigDecimal(number);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        BigDecimal spread = squares.multiply(BigDecimal.valueOf(n)).subtract(sum.multiply(sum));
        return spread.doubleValue() / n / (n - correction);
    }

    private void spread() {
        add("var", Var::var, (x, axes) -> x.varKept(true, axes), x -> variance(x, 1));
        add("var", (x, axes) -> x.var(false, axes), (x, axes) -> x.varKept(false, axes), x -> variance(x, 0));
        add("std", Var::std, (x, axes) -> x.stdKept(true, axes), x -> Math.sqrt(variance(x, 1)));
        add(
                "std",
                (x, axes) -> x.std(false, axes),
                (x, axes) -> x.stdKept(false, axes),
                x -> Math.sqrt(variance(x, 0)));
    }

    private void add(
            String name,
            BiFunction<Var, int[], Var> goes,
            BiFunction<Var, int[], Var> stays,
            ToDoubleFunction<double[]> again) {
        boolean spread = name.equals("var") || name.equals("std");
        for (int[] axes : AXES) {
            add(name, BLOCK, axes, goes, stays, again);
        }
        add(name, Shape.of(0), new int[0], goes, stays, again);
        add(name, Shape.of(0, 2), new int[] {0}, goes, stays, again);
        add(name, Shape.of(2, 0), new int[] {0}, goes, stays, again);
        add(name, Shape.of(5), new int[] {0}, goes, stays, again);
        if (!spread) {
            add(name, Shape.scalar(), new int[0], goes, stays, again);
            add(name, Shape.of(1, 1), new int[] {1}, goes, stays, again);
            add(name, Shape.of(1), new int[0], goes, stays, again);
        }
    }

    private void add(
            String name,
            Shape size,
            int[] axes,
            BiFunction<Var, int[], Var> goes,
            BiFunction<Var, int[], Var> stays,
            ToDoubleFunction<double[]> again) {
        String along = name + " along " + Arrays.toString(axes);
        rows.add(new Row(
                along,
                0.3,
                2,
                List.of(size),
                x -> goes.apply(x.get(0), axes),
                x -> Plain.reduced(x.get(0), false, again, axes)));
        rows.add(new Row(
                along + ", kept",
                0.3,
                2,
                List.of(size),
                x -> stays.apply(x.get(0), axes),
                x -> Plain.reduced(x.get(0), true, again, axes)));
    }

    private static double sum(double[] x) {
        return Arrays.stream(x)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static double[] squares(double[] x) {
        return Arrays.stream(x).map(number -> number * number).toArray();
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
