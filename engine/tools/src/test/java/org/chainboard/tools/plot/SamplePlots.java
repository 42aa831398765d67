package org.chainboard.tools.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One plot of every kind with made-up numbers, to look at and to test with. */
final class SamplePlots {
    private SamplePlots() {}

    /** Every plot by name. */
    static Map<String, Plot> all() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        plots.put("loss", loss());
        plots.put("gradients", gradients(6, 400));
        plots.put("forty-lines", gradients(40, 900));
        plots.put("recent", gradients(4, 4000).withRecent(true));
        plots.put("linear", linear());
        plots.put("gaps", gaps());
        plots.put("heat-small", HeatMap.of(random(64, 3), 8, 8, ""));
        plots.put("heat-large", HeatMap.of(random(784 * 128, 4), 128, 784, ""));
        plots.put("spirals", spirals(2));
        plots.put("three-classes", spirals(3));
        plots.put("curve", curve());
        plots.put(
                "confusion",
                new ConfusionMatrix(
                        "Prediction",
                        List.of("setosa", "versicolor", "virginica"),
                        new int[] {50, 0, 0, 0, 47, 3, 0, 2, 48},
                        ""));
        plots.put("empty", LinePlot.of("Loss", List.of(), "Press Train and the loss appears here."));
        return plots;
    }

    static LinePlot loss() {
        Series train = decay("train", 0, 0.6, 300, 12_000, 1);
        Series test = decay("test", 1, 0.7, 300, 12_000, 2);
        return LinePlot.of("Loss", List.of(train, test), "").withLog(true, "log scale");
    }

    static LinePlot gradients(int lines, int points) {
        List<Series> all = IntStream.range(0, lines)
                .mapToObj(i -> decay(
                        "Dense" + (char) ('₁' + i / 2 % 9) + (i % 2 == 0 ? ".W" : ".b"),
                        i,
                        0.4 * Math.pow(0.5, i % 12),
                        points,
                        12_000,
                        i))
                .toList();
        return LinePlot.of("Gradient norm per parameter", all, "")
                .withLog(true, "")
                .withValues(false);
    }

    /** A folded line: noise around a falling curve. */
    static Series decay(String name, int colour, double start, int points, double lastStep, long seed) {
        Random random = new Random(seed);
        double[] steps = new double[points];
        double[] min = new double[points];
        double[] max = new double[points];
        double[] last = new double[points];
        for (int i = 0; i < points; i++) {
            double t = i / (points - 1.0);
            steps[i] = Math.rint(t * lastStep);
            double middle = start * (0.005 + Math.exp(-5 * t));
            last[i] = middle * Math.exp(0.12 * random.nextGaussian());
            min[i] = Math.min(last[i], middle * 0.75);
            max[i] = Math.max(last[i], middle * 1.35);
        }
        return new Series(name, colour, steps, min, max, last);
    }

    static LinePlot linear() {
        double[] steps = IntStream.range(0, 60).asDoubleStream().toArray();
        double[] accuracy = IntStream.range(0, 60)
                .mapToDouble(i -> 1 - 0.6 * Math.exp(-i / 12.0))
                .toArray();
        return LinePlot.of("Accuracy", List.of(Series.of("train", 0, steps, accuracy)), "");
    }

    static LinePlot gaps() {
        double[] steps = IntStream.range(0, 100).asDoubleStream().toArray();
        double[] values = IntStream.range(0, 100)
                .mapToDouble(
                        i -> i > 40 && i < 60 ? Double.NaN : i == 80 ? Double.POSITIVE_INFINITY : Math.sin(i / 9.0))
                .toArray();
        return LinePlot.of("With gaps", List.of(Series.of("∇y ‖∂ŷ/∂η‖", 4, steps, values)), "");
    }

    static double[] random(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    static DecisionSurface spirals(int arms) {
        int n = 60 * arms;
        double[] x = new double[n];
        double[] y = new double[n];
        int[] group = new int[n];
        boolean[] test = new boolean[n];
        for (int i = 0; i < n; i++) {
            double t = (i / arms) / 60.0 * 4 + 0.6;
            double angle = t * 1.7 + 2 * Math.PI * (i % arms) / arms;
            x[i] = t * Math.cos(angle);
            y[i] = t * Math.sin(angle);
            group[i] = i % arms;
            test[i] = i % 5 == 0;
        }
        Surface.Area area = Surface.Area.around(x, y);
        int across = 90;
        int up = 70;
        double[] scores = new double[arms * across * up];
        for (int at = 0; at < across * up; at++) {
            spiralScores(scores, at, across, up, arms, area);
        }
        Surface surface = Surface.ofProbabilities(across, up, area, arms, scores);
        List<String> names = List.of("inner", "outer", "third").subList(0, arms);
        return new DecisionSurface("Prediction", surface, new Points(x, y, group, test), names, "");
    }

    private static void spiralScores(double[] scores, int at, int across, int up, int arms, Surface.Area area) {
        double px = area.x(at % across, across);
        double py = area.y(at / across, up);
        double phase = Math.atan2(py, px) - 1.7 * Math.hypot(px, py);
        double sum = 0;
        for (int k = 0; k < arms; k++) {
            sum += Math.exp(4 * Math.cos(phase - 2 * Math.PI * k / arms));
        }
        for (int k = 0; k < arms; k++) {
            scores[k * across * up + at] = Math.exp(4 * Math.cos(phase - 2 * Math.PI * k / arms)) / sum;
        }
    }

    static FittedCurve curve() {
        double[] x = IntStream.range(0, 80).mapToDouble(i -> i / 20.0 - 2).toArray();
        double[] noise = random(80, 9);
        double[] y = IntStream.range(0, 80)
                .mapToDouble(i -> Math.sin(2 * x[i]) + 0.15 * noise[i])
                .toArray();
        boolean[] test = new boolean[80];
        for (int i = 0; i < 80; i += 4) {
            test[i] = true;
        }
        double[] curveX = IntStream.range(0, 200).mapToDouble(i -> i / 50.0 - 2).toArray();
        double[] curveY = IntStream.range(0, 200)
                .mapToDouble(i -> Math.sin(2 * curveX[i]))
                .toArray();
        return new FittedCurve("Fitted curve", new Points(x, y, new int[80], test), curveX, curveY, "");
    }
}
