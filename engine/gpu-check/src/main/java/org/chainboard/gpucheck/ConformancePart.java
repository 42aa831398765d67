package org.chainboard.gpucheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.conformance.Conformance;
import org.chainboard.engine.conformance.Conformance.Result;
import org.chainboard.engine.tensor.DType;
import org.chainboard.jcuda.CardFacts;

/** Every op in both precisions by the tables that every backend is held against; each op that fails is named. */
final class ConformancePart implements Part.Work {
    @Override
    public void run(Options options, Notes notes) {
        write(options, "", StandardOpenOption.TRUNCATE_EXISTING);
        for (Way way : Way.graphs(CardFacts.measure().cublas())) {
            Backend backend = way.backend();
            try (Held held = new Held(backend)) {
                for (DType dtype : DType.values()) {
                    String what = way + ", " + dtype;
                    tell(options, notes, what + ": ops", Conformance.ofOps(backend, dtype));
                    tell(
                            options,
                            notes,
                            what + ": rows with slopes and second slopes",
                            Conformance.ofRows(backend, dtype));
                }
            }
        }
    }

    private static void tell(Options options, Notes notes, String what, List<Result> results) {
        write(options, listed(what, results), StandardOpenOption.APPEND);
        List<Result> failed =
                results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(result -> notes.fail(what + ": " + result.name() + ": " + result.failure()));
        if (failed.isEmpty()) {
            Result worst = results.stream()
                    .max(Comparator.comparingDouble(Result::worst))
                    .orElseThrow();
            notes.pass(String.format(
                    Locale.ROOT,
                    "%s: all %d agree in %d cases; the worst is off by %.1e (%s), allowed are %.0e.",
                    what,
                    results.size(),
                    results.stream().mapToInt(Result::cases).sum(),
                    worst.worst(),
                    worst.name(),
                    worst.tolerance()));
        }
    }

    private static String listed(String what, List<Result> results) {
        return results.stream()
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s\t%s\t%d cases\t%.2e\t%s%n",
                        what,
                        result.name(),
                        result.cases(),
                        result.worst(),
                        result.passed() ? "agrees" : result.failure()))
                .collect(Collectors.joining());
    }

    private static void write(Options options, String text, StandardOpenOption how) {
        try {
            Files.writeString(
                    options.folder().resolve("conformance.txt"),
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
