package org.chainboard.gpucheck;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainboard.workload.Workload;

/** Figures as Markdown, for docs/performance.md. */
final class Table {
    private final List<Figure> figures;
    private final List<Workload> works;

    Table(List<Figure> figures) {
        this.figures = figures;
        this.works = figures.stream().map(Figure::work).distinct().sorted().toList();
    }

    String text() {
        String rows = figures.stream()
                .map(Figure::way)
                .distinct()
                .map(way -> row(way, work -> cell(way, work)))
                .collect(Collectors.joining("\n"));
        int most = figures.stream().mapToInt(Figure::steps).max().orElse(0);
        return "## Table\n\nMicroseconds per step, float32: in a row / alone. In a row, " + Stopwatch.ROWS + " rows of "
                + most
                + " steps are asked for, each until all its losses are back, and their median counts; alone, " + most
                + " steps are each waited for, and their median counts. A figure in brackets has fewer steps, for "
                + "they took long.\n\n"
                + row("", Workload::name) + "\n" + "|---".repeat(works.size() + 1) + "|\n" + rows;
    }

    private String row(String first, Function<Workload, String> cell) {
        return "| " + first + " | " + works.stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }

    private String cell(String way, Workload work) {
        int most = figures.stream().mapToInt(Figure::steps).max().orElse(0);
        return figures.stream()
                .filter(figure -> figure.way().equals(way) && figure.work() == work)
                .map(figure -> {
                    String times = micros(figure.row()) + " / " + micros(figure.alone());
                    return figure.steps() < most ? "(" + times + ")" : times;
                })
                .findFirst()
                .orElse("-");
    }

    /** Three digits, and thousands by themselves. */
    static String micros(double value) {
        int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
