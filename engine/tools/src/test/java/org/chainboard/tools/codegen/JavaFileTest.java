package org.chainboard.tools.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileHoldsTheClassThatItIsNamedAfter() throws ExportException, IOException {
        JavaExport export = JavaExport.write(folder.resolve("new/Spirals.java"), Projects.spirals(DType.F32));
        assertThat(export.fileName()).isEqualTo("Spirals.java");
        assertThat(folder.resolve("new/Spirals.java")).hasContent(export.source());
        assertThat(export.source()).contains("public final class Spirals implements Layer");
    }

    /** Where somebody wants to write, and what they are told. */
    private record Refusal(String file, String says) {}

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("spirals.txt", "spirals.txt does not end in .java. Call it SpiralsTxt.java."),
                new Refusal(
                        "Tensor.java", "“Tensor” is a name that the exported class needs for itself. Try TensorModel."),
                new Refusal(
                        "class.java",
                        "“class” cannot be the name of a Java class: one begins with a letter and has"
                                + " letters without accents and digits only. Try Class."),
                new Refusal(
                        "two spirals.java",
                        "“two spirals” cannot be the name of a Java class: one begins with a"
                                + " letter and has letters without accents and digits only. Try TwoSpirals."),
                new Refusal("blocked/Spirals.java", "Spirals.java cannot be saved in "));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aFileThatCannotBeIsRefusedWithASentence(Refusal refusal) throws IOException {
        Files.createFile(folder.resolve("blocked"));
        assertThatThrownBy(() -> JavaExport.write(folder.resolve(refusal.file), Projects.spirals(DType.F32)))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith(refusal.says);
    }

    @Test
    void aDrawingWithAProblemIsRefusedWithItsSentence() {
        Project wrong = Projects.project(
                Projects.row(Projects.dense(3, "tanh"), new Block.Activation("fox")),
                Projects.generated("two-spirals"),
                Standardise.NONE,
                "mse",
                DType.F32);
        assertThatThrownBy(() -> JavaExport.of(wrong, "Wrong"))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("This network cannot be exported yet. ")
                .hasMessageContaining("fox");
    }

    @Test
    void dataThatAreGoneAreOnlyMissedBeforeTraining() {
        DataSource gone = new DataSource.Csv(folder.resolve("gone.csv"), List.of("x"), List.of("y"), false);
        Project untrained =
                Projects.project(Projects.row(Projects.dense(1, "tanh")), gone, Standardise.NONE, "mse", DType.F32);
        assertThatThrownBy(() -> JavaExport.of(untrained, "Gone"))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("gone.csv");
    }

    @Test
    void theClassRunsAsAProgram() throws IOException, InterruptedException {
        Trained trained = Trained.of(Projects.spirals(DType.F32), 20);
        Compiled compiled = Compiled.of(trained.export("Spirals"), folder);
        List<String> classes = compiled.names("CLASSES");
        double[] shares = compiled.call("probabilities", new double[] {0.25, -1});
        String label = compiled.call("classify", new double[] {0.25, -1});
        List<String> expected = new ArrayList<>(List.of(label));
        for (int i = 0; i < shares.length; i++) {
            expected.add(String.format(Locale.ROOT, "  %s: %.4f", classes.get(i), shares[i]));
        }
        assertThat(run("Spirals", "0.25", "-1")).isEqualTo(expected);
        assertThat(run("Spirals")).containsExactly("Call it with one number for each of these features: x₁, x₂.");
    }

    private List<String> run(String name, String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Compiled.core() + File.pathSeparator + folder;
        List<String> command = new ArrayList<>(List.of(java, "-Dfile.encoding=UTF-8", "-cp", classPath, name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
