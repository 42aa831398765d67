package org.chainboard.gpucheck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.workload.Workload;

/** What was set out to be reached, and whether it was; what could not be measured has not been reached. */
final class Targets {
    /** For 784-256-10 and a batch of 128, on an H200. */
    private static final double MICROS = 60;

    private final List<Figure> figures;

    Targets(List<Figure> figures) {
        this.figures = figures;
    }

    String text() {
        Stream<String> lines = Stream.of(Way.USUAL, Way.WITH_CUBLAS)
                .flatMap(way -> Stream.of(atMost(way), level(way, Workload.W3), level(way, Workload.W4)));
        return "## Targets\n\n" + lines.map(line -> "* " + line).collect(Collectors.joining("\n"));
    }

    private String atMost(Way way) {
        String target = "784-256-10, batch 128 (W7), at most " + Table.micros(MICROS) + " µs on an H200, " + way + ": ";
        return target
                + row(way.name(), Workload.W7)
                        .map(micros -> (micros <= MICROS ? "reached, " : "missed, ") + Table.micros(micros) + " µs.")
                        .orElse("not measured.");
    }

    private String level(Way way, Workload work) {
        String target = work + " at least level with PyTorch eager, " + way + ": ";
        Optional<Double> ours = row(way.name(), work);
        Optional<Double> theirs = row(Way.PYTORCH, work);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return target + "not measured.";
        }
        double ratio = theirs.get() / ours.get();
        return target
                + (ratio >= 1 ? "reached, " : "missed, ")
                + String.format(Locale.ROOT, "PyTorch takes %.2f times as long.", ratio);
    }

    /** Microseconds of a step in a row of many. */
    private Optional<Double> row(String way, Workload work) {
        return figures.stream()
                .filter(figure -> figure.way().equals(way) && figure.work() == work)
                .map(Figure::row)
                .findFirst();
    }
}
