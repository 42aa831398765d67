package org.chainboard.gpucheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;

/** What a training gave, array by array: losses and gradients on the way, then the model's answers and parameters. */
record Story(Map<String, double[]> arrays) {
    /** Steps that are asked for together. */
    private static final int TOGETHER = 5;

    /**
     * How far two stories are apart.
     *
     * @param off the largest length of a difference, relative to the length of the array
     * @param array the array it is that of
     */
    record Distance(double off, String array) {}

    /** Trains from the beginning. */
    static Story of(TrainingProgram program, Backend backend, int steps) {
        try (TrainingRun run = new TrainingRun(program, backend)) {
            List<Double> losses = new ArrayList<>();
            Map<String, List<Double>> norms = new LinkedHashMap<>();
            while (run.step() < steps) {
                run.advance(Math.min(TOGETHER, steps - run.step()));
                if (run.failed()) {
                    throw new IllegalStateException(run.failure());
                }
                losses.add(run.curves().loss().newest());
                run.curves()
                        .norms()
                        .forEach(norm -> norms.computeIfAbsent("length of ∇" + norm.name(), name -> new ArrayList<>())
                                .add(norm.newest()));
            }
            Map<String, double[]> arrays = new LinkedHashMap<>();
            arrays.put("loss", numbers(losses));
            norms.forEach((name, values) -> arrays.put(name, numbers(values)));
            arrays.putAll(end(run).arrays);
            return new Story(arrays);
        }
    }

    /** Where a run stands. */
    static Story end(TrainingRun run) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("loss on test data", new double[] {run.judge().testLoss()});
        arrays.put("answers", run.predictions().toDoubles());
        run.parameters().forEach((name, value) -> arrays.put(name, value.toDoubles()));
        return new Story(arrays);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How far this is from {@code wanted}, which has all arrays of this; infinite where a number is not finite. */
    Distance from(Story wanted) {
        Distance worst = new Distance(0, "");
        for (Map.Entry<String, double[]> each : arrays.entrySet()) {
            double off = off(each.getValue(), wanted.arrays.get(each.getKey()));
            if (!(off <= worst.off)) {
                worst = new Distance(Double.isNaN(off) ? Double.POSITIVE_INFINITY : off, each.getKey());
            }
        }
        return worst;
    }

    static double off(double[] got, double[] wanted) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < wanted.length; i++) {
            difference = Math.hypot(difference, got[i] - wanted[i]);
            length = Math.hypot(length, wanted[i]);
        }
        return difference == 0 ? 0 : difference / length;
    }

    /** Whether every number has the same bits. */
    boolean same(Story other) {
        return arrays.keySet().equals(other.arrays.keySet())
                && arrays.entrySet().stream()
                        .allMatch(each -> Arrays.equals(each.getValue(), other.arrays.get(each.getKey())));
    }
}
