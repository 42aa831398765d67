package org.chainboard.tools.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JavaNumbersTest {
    private static final double[] DIFFICULT = {
        0.1,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        1 / 3.0,
        16777217,
        2.0E-3,
        1.0E23,
        -9.007199254740993E15
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyNumberKeepsItsBits(DType dtype) throws ExportException {
        Tensor weight = Tensor.of(Shape.of(1, DIFFICULT.length), dtype, DIFFICULT);
        List<String> names = Collections.nCopies(DIFFICULT.length, "x");
        Schema schema = new Schema(
                names, List.of("y"), List.of(), Standardiser.identity(DIFFICULT.length), Standardiser.identity(1));
        Project project = twoSpirals(Projects.row(Projects.dense(1, "identity")), "mse", dtype)
                .trained(Map.of("n0", List.of(weight)), schema);
        Compiled compiled = Compiled.of(JavaExport.of(project, "Difficult"), folder);
        assertThat(compiled.layer().parameters().get(0).value()).isEqualTo(weight);
    }

    private static Project twoSpirals(Network network, String loss, DType dtype) {
        return Projects.project(network, Projects.generated("two-spirals"), Standardise.INPUTS, loss, dtype);
    }

    /** The answer of a single output, and what it is called. */
    private record Side(String loss, double answer, String label) {}

    static List<Side> sides() {
        return List.of(
                new Side("binarycrossentropy", 0.6, "ill"),
                new Side("binarycrossentropy", 0.5, "not ill"),
                new Side("logitbinarycrossentropy", 0.1, "ill"),
                new Side("logitbinarycrossentropy", -0.1, "not ill"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aSingleOutputSaysYesOnTheSideThatTrainingJudgedBy(Side side) throws ExportException {
        Schema schema = new Schema(
                List.of("x"), List.of("state"), List.of("ill"), Standardiser.identity(1), Standardiser.identity(1));
        Project project = twoSpirals(Projects.row(), side.loss, DType.F64).trained(Map.of(), schema);
        Compiled compiled = Compiled.of(JavaExport.of(project, "Single"), folder);
        assertThat(compiled.<String>call("classify", new double[] {side.answer}))
                .isEqualTo(side.label);
    }

    @Test
    void aModelThatLearnsItsOwnInputGivesItInTheUnitsOfTheData() {
        Network drawn = Projects.row(Projects.dense(1, "tanh"), Projects.dense(2, "identity"))
                .connect(new Wire(new Port("in", 0), new Port("out", 1)));
        Trained trained = Trained.of(twoSpirals(drawn, "mse", DType.F64), 20);
        Compiled compiled = Compiled.of(trained.export(), folder);
        Tensor expected = trained.task().samples().schema().inputs().invert(trained.outputs());
        assertThat(compiled.predict(trained.features())).isEqualTo(expected);
        assertThat(compiled.names("TARGETS")).isEqualTo(compiled.names("FEATURES"));
    }

    @Test
    void aModelThatLearnsAnotherPartOfTheDrawingGivesItsNumbersAsTheyAre() {
        Network drawn = Projects.row(Projects.dense(2, "tanh"))
                .add(Projects.node("t", "Target", new Block.Function("x -> x^2", 1)))
                .connect(Projects.wire("in", "t", 0))
                .connect(new Wire(new Port("t", 0), new Port("out", 1)));
        Trained trained = Trained.of(twoSpirals(drawn, "mse", DType.F32), 20);
        Compiled compiled = Compiled.of(trained.export(), folder);
        assertThat(compiled.predict(trained.features())).isEqualTo(trained.outputs());
    }
}
