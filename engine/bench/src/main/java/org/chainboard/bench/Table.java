package org.chainboard.bench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Machine;
import org.chainboard.workload.Workload;

/** Figures as Markdown, for docs/performance.md. */
final class Table {
    /** How many times as long the best of the others may take at least, with ours in single precision. */
    private static final Map<Workload, Double> TARGETS = new EnumMap<>(Map.of(
            Workload.W1,
            15.0,
            Workload.W2,
            12.0,
            Workload.W3,
            1.5,
            Workload.W4,
            1.0,
            Workload.W5,
            5.0,
            Workload.W6,
            100.0));

    private final List<Figure> figures;
    private final List<Workload> works;

    Table(List<Figure> figures) {
        this.figures = figures;
        this.works = figures.stream().map(Figure::work).distinct().sorted().toList();
    }

    String text() {
        return Stream.of(machine(), times(), ratios(), memory()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String machine() {
        return "Measured on " + Machine.text() + ". Compared are:\n\n"
                + Peers.all().stream()
                        .map(peer -> "* `" + peer.name() + "`: " + peer.version())
                        .collect(Collectors.joining("\n"));
    }

    private String times() {
        List<String> names = figures.stream().map(Figure::peer).distinct().toList();
        Stream<String> rows = names.stream()
                .flatMap(name -> Stream.of(DType.values())
                        .filter(type -> figures.stream().anyMatch(is(name, type)))
                        .map(type -> row(
                                type == DType.F32 ? name : name + ", float64",
                                work -> best(is(name, type), work)
                                        .map(Table::time)
                                        .orElse("-"))));
        return "Microseconds per step, median / fastest of the iterations; ² where two threads were best.\n\n"
                + head("")
                + rows.collect(Collectors.joining("\n"));
    }

    private static String time(Figure figure) {
        return Figure.micros(figure.median()) + " / " + Figure.micros(figure.fastest())
                + (figure.threads() == 2 ? " ²" : "");
    }

    private String ratios() {
        List<String> rows = List.of(
                row("best of the others", work -> others(work).map(Figure::peer).orElse("-")),
                row("takes times as long as our step", work -> ratio(others(work), ours(work))),
                row("takes times as long as our program", work -> ratio(others(work), program(work))),
                row("at least wanted", work -> TARGETS.containsKey(work) ? String.valueOf(TARGETS.get(work)) : "-"),
                row("our step, times the C program", work -> ratio(ours(work), best(is(CProgram.NAME), work))),
                row(
                        "best of the others, times the C program",
                        work -> ratio(others(work), best(is(CProgram.NAME), work))),
                row("our step in float64, times float32", work -> ratio(wide(work), ours(work))));
        return "Ratios of the medians, each at its best number of threads.\n\n" + head("") + String.join("\n", rows);
    }

    private String memory() {
        Stream<String> rows = Peers.all().stream()
                .filter(peer -> figures.stream().anyMatch(is(peer.name())))
                .map(peer -> row(
                        peer.name(),
                        work -> best(is(peer.name()), work)
                                .map(figure -> String.format(Locale.ROOT, "%,.3f", figure.bytes()))
                                .orElse("-")));
        return "Bytes per step that Java's garbage collector has to take away.\n\n"
                + head("")
                + rows.collect(Collectors.joining("\n"));
    }

    private static String ratio(Optional<Figure> above, Optional<Figure> below) {
        return above.isEmpty() || below.isEmpty()
                ? "-"
                : Figure.micros(above.get().median() / below.get().median());
    }

    private Optional<Figure> others(Workload work) {
        return best(figure -> !figure.peer().equals(CProgram.NAME) && !isOurs(figure), work);
    }

    private Optional<Figure> ours(Workload work) {
        return best(figure -> isBare(figure) && figure.dtype() == DType.F32, work);
    }

    private Optional<Figure> wide(Workload work) {
        return ours(work).flatMap(narrow -> best(is(narrow.peer(), DType.F64), work));
    }

    private Optional<Figure> program(Workload work) {
        return best(figure -> isOurs(figure) && !isBare(figure), work);
    }

    private static boolean isOurs(Figure figure) {
        return Peers.all().stream().anyMatch(peer -> peer.ours() && peer.name().equals(figure.peer()));
    }

    private static boolean isBare(Figure figure) {
        return Peers.all().stream()
                .anyMatch(peer -> peer instanceof BareStep && peer.name().equals(figure.peer()));
    }

    private static Predicate<Figure> is(String peer) {
        return figure -> figure.peer().equals(peer) && figure.dtype() == DType.F32;
    }

    private static Predicate<Figure> is(String peer, DType dtype) {
        return figure -> figure.peer().equals(peer) && figure.dtype() == dtype;
    }

    private Optional<Figure> best(Predicate<Figure> which, Workload work) {
        return figures.stream()
                .filter(figure -> figure.work() == work)
                .filter(which)
                .min(Comparator.comparingDouble(Figure::median));
    }

    private String head(String first) {
        return row(first, Workload::name) + "\n" + "|---".repeat(works.size() + 1) + "|\n";
    }

    private String row(String first, Function<Workload, String> cell) {
        return "| " + first + " | " + works.stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }
}
