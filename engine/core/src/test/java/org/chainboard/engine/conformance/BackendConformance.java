package org.chainboard.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Ops;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every backend has to give: for every op in both precisions the numbers of its definition, NaN and infinity
 * included, and for every row of the table value, slopes and second slopes, compiled as one plan.
 *
 * <p>A module that brings a backend has a class that extends this one; without more it checks every backend that is
 * there. A backend that is not offered yet is named in {@link #backends}.
 */
public abstract class BackendConformance {

    /** The backends to be checked. */
    protected List<Backend> backends() {
        return Backends.available();
    }

    @TestFactory
    Stream<DynamicContainer> everyBackend() {
        return backends().stream().map(backend -> dynamicContainer(backend.name(), checks(backend)));
    }

    private static Stream<DynamicNode> checks(Backend backend) {
        return Arrays.stream(DType.values())
                .map(dtype -> dynamicContainer(
                        dtype.toString(),
                        Stream.of(
                                check("every op on every size", OpCases.all(), backend, dtype),
                                check("functions of one number, special", OpCases.ofOneNumber(), backend, dtype),
                                check("functions of two numbers, special", OpCases.ofTwoNumbers(), backend, dtype),
                                check("NaN and ∞ are not lost", OpCases.notFinite(), backend, dtype),
                                check("products where nothing arrives", OpCases.nothingArrives(), backend, dtype),
                                dynamicTest(
                                        "every row of the table",
                                        () -> assertThat(rows(backend, dtype)).isEmpty()))));
    }

    private static DynamicNode check(String name, Stream<OpCase> cases, Backend backend, DType dtype) {
        List<OpCase> all = cases.map(row -> row.cast(dtype)).toList();
        return dynamicTest(
                name,
                () -> assertThat(all.stream()
                                .map(row -> Close.difference(row, row.on(backend), row.defined()))
                                .filter(difference -> !difference.isEmpty()))
                        .isEmpty());
    }

    private static List<String> rows(Backend backend, DType dtype) {
        return Rows.all().stream()
                .map(row -> PlanCase.difference(row, backend, dtype))
                .filter(difference -> !difference.isEmpty())
                .toList();
    }

    @Test
    void noOpIsWithoutACase() {
        Set<Object> cases = OpCases.all().map(row -> kind(row.op())).collect(Collectors.toSet());

        assertThat(Ops.all())
                .extracting((Function<Op, Object>) BackendConformance::kind)
                .isSubsetOf(cases);
    }

    private static Object kind(Op op) {
        return op instanceof Enum<?> ? op : op.getClass();
    }
}
