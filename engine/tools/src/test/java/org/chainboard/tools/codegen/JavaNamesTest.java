package org.chainboard.tools.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JavaNamesTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return List.of(
                "\"",
                "\\",
                "\"\"\"",
                "*/ int oops; /*",
                "\\u002a/ int oops;",
                "\\u000a int oops;",
                "two\nlines\r\nand a\ttab",
                "@return {@link #nowhere} </pre><script>",
                "$T $L $$ %s %n {0}",
                "\0\032\177",
                "Größe σ ₁ ∇ 😀",
                "\uD83D alone",
                "",
                "class",
                "yield",
                "inputs",
                "x".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noNameLeavesItsLiteralOrItsComment(String name) throws ExportException {
        Compiled compiled = Compiled.of(JavaExport.of(named(name), "Named"), folder);
        assertThat(compiled.names("FEATURES")).containsExactly(name, "x");
        assertThat(compiled.names("CLASSES")).containsExactly("A", name);
        assertThat(compiled.layer().parameters().get(0).name()).isEqualTo(name + ".W");
    }

    /** A project that has {@code name} wherever a person can write one. */
    private static Project named(String name) {
        Network drawn = Projects.row(Projects.dense(3, "tanh"), Projects.dense(2, "identity"))
                .change("n0", node -> node.withName(name));
        Schema schema = new Schema(
                List.of(name, "x"),
                List.of(name),
                List.of("A", name),
                new Standardiser(Tensor.vector(1, 2), Tensor.vector(3, 4)),
                Standardiser.identity(2));
        DataSource source = new DataSource.Generated(name, 10, 0);
        return Projects.project(drawn, source, Standardise.INPUTS, "mse", DType.F32)
                .trained(Map.of("n1", List.of(Tensor.zeros(Shape.of(2, 3), DType.F32))), schema);
    }

    @ParameterizedTest
    @CsvSource({
        "Dense₁, dense1",
        "ƒ₁, f1",
        "σ, sigma",
        "hidden layer, hiddenLayer",
        "XOR, xor",
        "Größe, grosse",
        "3rd, node3rd",
        "∇∇, node",
    })
    void aNodeGivesItsNameToAVariable(String name, String variable) {
        assertThat(Identifiers.camel(name, "node")).isEqualTo(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "two spirals.chain, TwoSpirals",
        "Blüten, Bluten",
        "tensor, TensorModel",
        "2 moons, Model2Moons",
        "'', Model",
    })
    void aTitleGivesItsNameToAClass(String title, String className) {
        assertThat(JavaExport.suggest(title)).isEqualTo(className);
    }

    @Test
    void theSourceIsAsciiInLinesOfAtMost120() throws ExportException {
        String source = JavaExport.of(named("Größe"), "Plain").source();
        assertThat(source.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(120).matches("\\p{ASCII}*"));
    }

    /** As many columns, one of them with a name as long, as this. */
    private static Project wide(int columns, int longest) {
        List<String> features = new ArrayList<>(Collections.nCopies(columns - 1, "x"));
        features.add("ä".repeat(longest));
        Schema schema =
                new Schema(features, List.of("y"), List.of(), Standardiser.identity(columns), Standardiser.identity(1));
        DataSource source = new DataSource.Generated("two-spirals", 10, 0);
        Network drawn = Projects.row(Projects.dense(1, "tanh"));
        return Projects.project(drawn, source, Standardise.NONE, "mse", DType.F32)
                .trained(Map.of(), schema);
    }

    @Test
    void asManyNamesAsAreAllowedCompile() throws ExportException {
        Compiled compiled = Compiled.of(JavaExport.of(wide(3_999, 10_000), "Wide"), folder);
        assertThat(compiled.names("FEATURES")).hasSize(3_999);
    }

    /** Columns, and the length of the longest name. */
    private record Excess(int columns, int longest) {}

    static List<Excess> excesses() {
        return List.of(new Excess(4_000, 1), new Excess(2, 10_001));
    }

    @ParameterizedTest
    @MethodSource("excesses")
    void moreNamesThanAClassCanHoldAreRefused(Excess excess) {
        assertThatThrownBy(() -> JavaExport.of(wide(excess.columns, excess.longest), "Wide"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("at most 4000 names of at most 10000 characters");
    }
}
