package org.chainboard.engine.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Every rule once more, as loops over plain arrays, written from the papers and the documentation of Optimisers.jl: what the
 * rules written as graph are compared with.
 */
final class PlainRules {
    private PlainRules() {}

    /** A rule at work on one array. */
    abstract static class Plain {
        final double[] h;
        private double[][] memory;
        int t;

        Plain(List<Double> numbers) {
            this.h = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** What an array of memory begins with. */
        double first() {
            return 0;
        }

        final double[] step(double[] p, double[] g) {
            if (memory == null) {
                memory = new double[3][p.length];
                Arrays.stream(memory).forEach(array -> Arrays.fill(array, first()));
            }
            t++;
            double[] change = new double[p.length];
            double scale = scale(g);
            for (int i = 0; i < p.length; i++) {
                change[i] = change(p[i], g[i] * scale, i, memory[0], memory[1], memory[2]);
            }
            return change;
        }

        double scale(double[] g) {
            return 1;
        }

        abstract double change(double p, double g, int i, double[] m, double[] v, double[] w);

        static double mix(double decay, double old, double now) {
            return decay * old + (1 - decay) * now;
        }

        /** Of a running average: what it would be had it not begun at 0. */
        double corrected(double average, double decay) {
            return average / (1 - Math.pow(decay, t));
        }

        double adam(double g, int i, double[] m, double[] v, double eta, double epsilon) {
            m[i] = mix(h[1], m[i], g);
            v[i] = mix(h[2], v[i], g * g);
            return eta * corrected(m[i], h[1]) / (Math.sqrt(corrected(v[i], h[2])) + epsilon);
        }
    }

    private interface Change {
        double of(Plain self, double p, double g, int i, double[] m, double[] v, double[] w);
    }

    private static Plain plain(List<Double> numbers, Change change) {
        return startingAt(0, numbers, change);
    }

    private static Plain startingAt(double first, List<Double> numbers, Change change) {
        return new Plain(numbers) {
            @Override
            double first() {
                return first;
            }

            @Override
            double change(double p, double g, int i, double[] m, double[] v, double[] w) {
                return change.of(this, p, g, i, m, v, w);
            }
        };
    }

    static Plain of(OptimiserChain.Link link) {
        List<Double> numbers = link.numbers();
        return link.kind() instanceof Optimiser row ? of(row, numbers) : of((Modifier) link.kind(), numbers);
    }

    private static Plain of(Modifier row, List<Double> numbers) {
        return switch (row) {
            case WEIGHT_DECAY -> plain(numbers, (r, p, g, i, m, v, w) -> g + r.h[0] * p);
            case SIGN_DECAY -> plain(numbers, (r, p, g, i, m, v, w) -> g + r.h[0] * Math.signum(p));
            case CLIP_GRAD -> plain(numbers, (r, p, g, i, m, v, w) -> Math.max(-r.h[0], Math.min(r.h[0], g)));
            case CLIP_NORM, CLIP_NORM_UNCHECKED ->
                new Plain(numbers) {
                    @Override
                    double scale(double[] g) {
                        return Math.min(1, h[0] / length(g, h[1]));
                    }

                    @Override
                    double change(double p, double g, int i, double[] m, double[] v, double[] w) {
                        return g;
                    }
                };
        };
    }

    private static Plain of(Optimiser row, List<Double> numbers) {
        return switch (row) {
            case DESCENT -> plain(numbers, (r, p, g, i, m, v, w) -> r.h[0] * g);
            case MOMENTUM -> plain(numbers, (r, p, g, i, m, v, w) -> v[i] = r.h[1] * v[i] + r.h[0] * g);
            case NESTEROV -> plain(numbers, PlainRules::nesterov);
            case RMSPROP ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    v[i] = Plain.mix(r.h[1], v[i], g * g);
                    return r.h[0] * g / (Math.sqrt(v[i]) + r.h[2]);
                });
            case RMSPROP_CENTRED ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    v[i] = Plain.mix(r.h[1], v[i], g * g);
                    m[i] = Plain.mix(r.h[1], m[i], g);
                    return r.h[0] * g / (Math.sqrt(v[i] - m[i] * m[i]) + r.h[2]);
                });
            case ADAM -> plain(numbers, (r, p, g, i, m, v, w) -> r.adam(g, i, m, v, r.h[0], r.h[3]));
            case RADAM -> plain(numbers, PlainRules::radam);
            case ADAMAX ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    m[i] = Plain.mix(r.h[1], m[i], g);
                    v[i] = Math.max(r.h[2] * v[i], Math.abs(g));
                    return r.h[0] * r.corrected(m[i], r.h[1]) / (v[i] + r.h[3]);
                });
            case ADAGRAD ->
                startingAt(numbers.get(1), numbers, (r, p, g, i, m, v, w) -> {
                    v[i] += g * g;
                    return r.h[0] * g / (Math.sqrt(v[i]) + r.h[1]);
                });
            case ADADELTA ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    v[i] = Plain.mix(r.h[0], v[i], g * g);
                    double change = g * Math.sqrt(w[i] + r.h[1]) / Math.sqrt(v[i] + r.h[1]);
                    w[i] = Plain.mix(r.h[0], w[i], change * change);
                    return change;
                });
            case AMSGRAD ->
                startingAt(numbers.get(3), numbers, (r, p, g, i, m, v, w) -> {
                    m[i] = Plain.mix(r.h[1], m[i], g);
                    v[i] = Plain.mix(r.h[2], v[i], g * g);
                    w[i] = Math.max(w[i], v[i]);
                    return r.h[0] * m[i] / (Math.sqrt(w[i]) + r.h[3]);
                });
            case NADAM -> plain(numbers, PlainRules::nadam);
            case ADAMW ->
                plain(numbers, (r, p, g, i, m, v, w) -> r.h[0] * (r.adam(g, i, m, v, 1, r.h[4]) + r.h[3] * p));
            case ADAMW_UNCOUPLED ->
                plain(numbers, (r, p, g, i, m, v, w) -> r.h[0] * r.adam(g, i, m, v, 1, r.h[4]) + r.h[3] * p);
            case OADAM ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    double before = w[i];
                    w[i] = r.adam(g, i, m, v, r.h[0], r.h[3]);
                    return 2 * w[i] - before;
                });
            case ADABELIEF ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    m[i] = Plain.mix(r.h[1], m[i], g);
                    v[i] = Plain.mix(r.h[2], v[i], (g - m[i]) * (g - m[i])) + r.h[3];
                    return r.h[0] * r.corrected(m[i], r.h[1]) / (Math.sqrt(r.corrected(v[i], r.h[2])) + r.h[3]);
                });
            case LION ->
                plain(numbers, (r, p, g, i, m, v, w) -> {
                    // in terms of the old mean; it takes the new gradient in with weight β₂
                    m[i] = r.h[2] * g + (1 - r.h[2]) * m[i];
                    return r.h[0] * Math.signum((r.h[2] - r.h[1]) * g + r.h[1] * m[i]);
                });
        };
    }

    private static double length(double[] x, double p) {
        double sum = 0;
        double largest = 0;
        for (double each : x) {
            sum += Math.pow(Math.abs(each), p);
            largest = Math.max(largest, Math.abs(each));
        }
        return p == Double.POSITIVE_INFINITY ? largest : Math.pow(sum, 1 / p);
    }

    private static double nesterov(Plain r, double p, double g, int i, double[] m, double[] v, double[] w) {
        double old = v[i];
        v[i] = r.h[1] * old - r.h[0] * g;
        // where momentum will have carried it, and one descent from there
        return -(r.h[1] * r.h[1] * old - (1 + r.h[1]) * r.h[0] * g);
    }

    private static double radam(Plain r, double p, double g, int i, double[] m, double[] v, double[] w) {
        double decayed = Math.pow(r.h[2], r.t);
        double most = 2 / (1 - r.h[2]) - 1;
        double length = most - 2 * r.t * decayed / (1 - decayed);
        double adaptive = r.adam(g, i, m, v, r.h[0], r.h[3]);
        if (length <= 4) {
            return r.h[0] * r.corrected(m[i], r.h[1]);
        }
        return adaptive * Math.sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
    }

    private static double nadam(Plain r, double p, double g, int i, double[] m, double[] v, double[] w) {
        r.adam(g, i, m, v, r.h[0], r.h[3]);
        double ahead = r.h[1] * m[i] / (1 - Math.pow(r.h[1], r.t + 1));
        double now = (1 - r.h[1]) * g / (1 - Math.pow(r.h[1], r.t));
        double size = v[i] * r.h[2] / (1 - Math.pow(r.h[2], r.t));
        return r.h[0] * (ahead + now) / (Math.sqrt(size) + r.h[3]);
    }
}
