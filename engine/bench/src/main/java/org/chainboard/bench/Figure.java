package org.chainboard.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One measurement.
 *
 * @param median microseconds per step, over the iterations
 * @param fastest microseconds per step, in the best iteration
 * @param bytes allocated per step; NaN where that is not known
 */
record Figure(String peer, Workload work, int threads, DType dtype, double median, double fastest, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static List<Figure> all(Collection<RunResult> results, List<Figure> more) {
        return Stream.concat(results.stream().map(Figure::of), more.stream()).toList();
    }

    private static Figure of(RunResult result) {
        BenchmarkParams params = result.getParams();
        Statistics times = result.getPrimaryResult().getStatistics();
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
        return new Figure(
                params.getParam("peer"),
                Workload.valueOf(params.getParam("network")),
                Integer.parseInt(params.getParam("threads")),
                DType.valueOf(params.getParam("dtype")),
                times.getPercentile(50),
                times.getMin(),
                bytes);
    }

    /** Microseconds with as many digits as mean something. */
    static String micros(double time) {
        String format = time < 10 ? "%,.2f" : time < 100 ? "%,.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, time);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %-24s %d thread(s) %s  %10s µs median, %10s fastest, %.3f B/step",
                work,
                peer,
                threads,
                dtype,
                micros(median),
                micros(fastest),
                bytes);
    }
}
