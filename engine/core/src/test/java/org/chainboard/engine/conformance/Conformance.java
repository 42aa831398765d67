package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;

/**
 * The checks of {@link BackendConformance} as values, an op or a row each, with how far off its worst number is; for
 * programs that check a backend on a machine without a test runner.
 */
public final class Conformance {
    private Conformance() {}

    /**
     * How one op, or one row of the table, did.
     *
     * @param name of the op, or of the row
     * @param cases how many there were
     * @param worst by how much the worst number is off, relative to itself; infinite where it must be the very number
     * @param tolerance how much is allowed
     * @param failure what was wrong first, or empty
     */
    public record Result(String name, int cases, double worst, double tolerance, String failure) {
        /** Whether all was well. */
        public boolean passed() {
            return failure.isEmpty();
        }
    }

    /** Every op by itself on all its cases, special numbers included. */
    public static List<Result> ofOps(Backend backend, DType dtype) {
        Map<String, List<OpCase>> byOp = new LinkedHashMap<>();
        Stream.of(
                        OpCases.all(),
                        OpCases.ofOneNumber(),
                        OpCases.ofTwoNumbers(),
                        OpCases.notFinite(),
                        OpCases.nothingArrives())
                .flatMap(cases -> cases)
                .forEach(row -> byOp.computeIfAbsent(name(row.op()), name -> new ArrayList<>())
                        .add(row.cast(dtype)));
        List<Result> results = new ArrayList<>();
        byOp.forEach((name, cases) -> results.add(ofOp(name, cases, backend, Close.tolerance(dtype))));
        return results;
    }

    /** Every row of the table: its value, slopes and second slopes as one plan. */
    public static List<Result> ofRows(Backend backend, DType dtype) {
        return Rows.all().stream()
                .map(row -> {
                    Tally tally = new Tally();
                    tally.check(
                            row.toString(), said -> said.accept(PlanCase.difference(row, backend, dtype, tally::add)));
                    return tally.result(row.toString(), 1, PlanCase.tolerance(dtype));
                })
                .toList();
    }

    /** The name by which an op is found in the engine. */
    static String name(Op op) {
        return op instanceof Enum<?> named ? named.name() : op.getClass().getSimpleName();
    }

    private static Result ofOp(String name, List<OpCase> cases, Backend backend, double tolerance) {
        Tally tally = new Tally();
        for (OpCase row : cases) {
            tally.check(row.toString(), said -> {
                Tensor got = row.on(backend);
                Tensor wanted = row.defined();
                tally.add(Close.worst(row.op(), got, wanted));
                said.accept(Close.difference(row, got, wanted));
            });
        }
        return tally.result(name, cases.size(), tolerance);
    }

    /** What has been seen of one op. */
    private static final class Tally {
        private double worst;
        private String failure = "";

        void add(double off) {
            worst = Math.max(worst, off);
        }

        /** Keeps what {@code work} says first; what is thrown counts as said. */
        void check(String name, Consumer<Consumer<String>> work) {
            try {
                work.accept(this::keep);
            } catch (RuntimeException e) {
                keep(name + ": " + e);
            }
        }

        private void keep(String said) {
            failure = failure.isEmpty() ? said : failure;
        }

        Result result(String name, int cases, double tolerance) {
            return new Result(name, cases, worst, tolerance, failure);
        }
    }
}
