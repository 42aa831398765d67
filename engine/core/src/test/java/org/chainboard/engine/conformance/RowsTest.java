package org.chainboard.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Arranging;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Functions;
import org.chainboard.engine.op.Ops;
import org.chainboard.engine.op.Reductions;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definition of every op against a second implementation, and its slopes against differences. */
class RowsTest {
    /** What makes or looks at a value rather than computing with it. */
    private static final Set<String> NOT_OPS = Set.of("constant", "read", "like", "in", "apply", "chain");

    static List<Row> rows() {
        return Rows.all();
    }

    private static Var of(Row row, DType dtype) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        return row.use()
                .apply(row.arguments(dtype).stream()
                        .map(argument -> Var.constant(builder, argument))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theNumbersAreThoseOfASecondImplementation(Row row) {
        for (DType dtype : DType.values()) {
            Tensor wanted = row.again().apply(row.arguments(dtype));
            Tensor got = of(row, dtype).value();
            double tolerance = dtype == DType.F64 ? 1e-14 : 1e-6;
            double largest = Stream.of(wanted.toDoubles())
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .map(Math::abs)
                    .reduce(1, Math::max);
            assertThat(got.dtype()).isEqualTo(dtype);
            assertThat(got.shape()).isEqualTo(wanted.shape());
            assertThat(got.toDoubles()).containsExactly(wanted.toDoubles(), Offset.offset(8 * largest * tolerance));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopesAgreeWithDifferences(Row row) {
        Function<List<Var>, Var> f = x -> Rows.weighed(row.use().apply(x));
        Differences.assertAgrees(f, row.arguments(DType.F64), 1e-6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopesOfSlopesAgreeWithDifferences(Row row) {
        Differences.assertAgrees(Rows.slopes(row), row.arguments(DType.F64), 1e-5);
    }

    @Test
    void everyOpHasARow() {
        Set<Object> used = new HashSet<>();
        rows().forEach(row -> addOps(of(row, DType.F64).node(), used));

        assertThat(Ops.all()).extracting(RowsTest::kind).isSubsetOf(used);
    }

    private static void addOps(Node node, Set<Object> used) {
        used.add(kind(node.op()));
        node.inputs().forEach(input -> addOps(input, used));
    }

    /** A row of a table is a kind of its own, an op with settings is one whatever they are. */
    private static Object kind(Op op) {
        return op instanceof Enum<?> ? op : op.getClass();
    }

    @Test
    void everyMethodThatComputesHasARow() {
        Set<String> named = rows().stream()
                .map(row -> row.name().split(" ", 2)[0])
                .flatMap(name -> Stream.of(name, name + "Kept", name.replace("imum", "Kept")))
                .collect(Collectors.toSet());

        Set<String> methods = Stream.of(Var.class, Functions.class, Reductions.class, Arranging.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Var.class)
                .map(Method::getName)
                .filter(name -> !NOT_OPS.contains(name))
                .collect(Collectors.toSet());

        assertThat(named).containsAll(methods);
    }
}
