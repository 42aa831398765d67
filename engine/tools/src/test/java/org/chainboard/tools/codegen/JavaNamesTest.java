package org.chainboard.tools.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
