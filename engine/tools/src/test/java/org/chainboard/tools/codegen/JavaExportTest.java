package org.chainboard.tools.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chainboard.tools.codegen.Projects.dense;
import static org.chainboard.tools.codegen.Projects.generated;
import static org.chainboard.tools.codegen.Projects.project;
import static org.chainboard.tools.codegen.Projects.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JavaExportTest {
    @TempDir
    Path folder;

    /** What is drawn, and how long it learns. */
    private record Drawing(String name, Function<Path, Project> project, long steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Drawing> drawings() {
        return List.of(
                new Drawing("two spirals, float32", folder -> Projects.spirals(DType.F32), 40),
                new Drawing("two spirals, float64", folder -> Projects.spirals(DType.F64), 40),
                new Drawing("never trained", folder -> Projects.spirals(DType.F32), 0),
                new Drawing("three classes with difficult names", folder -> animals(folder, "crossentropy"), 30),
                new Drawing("shares of each class by σ", folder -> animals(folder, "logitbinarycrossentropy"), 30),
                new Drawing("standardised targets, float32", folder -> line(DType.F32), 30),
                new Drawing("standardised targets, float64", folder -> line(DType.F64), 30),
                new Drawing("branches and a shared layer, float32", folder -> branches(DType.F32), 20),
                new Drawing("branches and a shared layer, float64", folder -> branches(DType.F64), 20),
                new Drawing("a Dense with a typed activation and no bias", folder -> typedActivation(), 20),
                new Drawing("layers given by their code, float32", folder -> written(DType.F32), 20),
                new Drawing("layers given by their code, float64", folder -> written(DType.F64), 20),
                new Drawing("nothing between input and loss", folder -> nothing(), 0));
    }

    private static Project animals(Path folder, String loss) {
        Block last = new Block.Activation(loss.equals("crossentropy") ? "softmax" : "identity");
        return project(
                row(dense(5, "σ"), dense(3, "identity"), last),
                Projects.csv(folder),
                Standardise.INPUTS,
                loss,
                DType.F32);
    }

    private static Project line(DType dtype) {
        Block curve = new Block.Function("x -> a*x^2 + b*σ(x) + 1/3 - mean(x; dims=1)", 1);
        return project(
                row(dense(6, "gelu"), curve, dense(1, "identity")),
                generated("noisy-line"),
                Standardise.ALL,
                "mse",
                dtype);
    }

    private static Project branches(DType dtype) {
        return project(Projects.branches(), generated("noisy-line"), Standardise.ALL, "huber", dtype);
    }

    private static Project typedActivation() {
        Block first = new Block.Dense(9, "x -> k*x*(x > 0) + sin(x)", "randn", false);
        return project(row(first, dense(1, "identity")), generated("noisy-line"), Standardise.NONE, "mae", DType.F32);
    }

    /** Every kind of layer that has no block of its own. */
    private static Project written(DType dtype) {
        Block skip =
                new Block.Written("SkipConnection(Chain(a = Dense(6 => 6, x -> k*x^2), b = tanh), (p, q) -> p + c*q)");
        Block ways =
                new Block.Written("Parallel(vcat, Dense(6 => 2; bias=false), Maxout(() -> Dense(6 => 3, relu), 2))");
        Block fusion = new Block.Written("PairwiseFusion(+, Scale(5, relu), LayerNorm(5), rrelu)");
        Block norms =
                new Block.Written("Chain(BatchNorm(15, softplus), AlphaDropout(0.1), LayerNorm(15, affine=false))");
        Block product = new Block.Written("SkipConnection(Dense(15 => 4), Bilinear((4, 15) => 3, tanh))");
        return project(
                row(
                        dense(6, "tanh"),
                        new Block.Written("Dropout(0.2)"),
                        skip,
                        ways,
                        fusion,
                        norms,
                        product,
                        new Block.Written("Scale(3; bias=false)"),
                        dense(1, "identity")),
                generated("noisy-line"),
                Standardise.ALL,
                "mse",
                dtype);
    }

    private static Project nothing() {
        return project(row(), generated("noisy-line"), Standardise.NONE, "mse", DType.F64);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void theExportedClassGivesTheNumbersOfTheCanvasToTheLastBit(Drawing drawing) {
        Trained trained = Trained.of(drawing.project.apply(folder), drawing.steps);
        Compiled compiled = Compiled.of(trained.export(), folder);
        assertThat(compiled.predict(trained.features()).cast(DType.F64)).isEqualTo(trained.predictions());
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void oneSampleGivesWhatItGivesAmongOthers(Drawing drawing) {
        Trained trained = Trained.of(drawing.project.apply(folder), drawing.steps);
        Compiled compiled = Compiled.of(trained.export(), folder);
        assertThat(compiled.predict(column(trained.features(), 3))).isEqualTo(column(trained.predictions(), 3));
    }

    private static double[] column(Tensor matrix, int column) {
        double[] numbers = new double[matrix.shape().dim(0)];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = matrix.get(row, column);
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aLayerOf784InputsAnd256UnitsCompilesAndIsExact(DType dtype) throws ExportException {
        Project wide = Pixels.project(dtype);
        Compiled compiled = Compiled.of(JavaExport.of(wide, "Wide"), folder);
        assertThat(compiled.predict(Pixels.sample())).isEqualTo(Pixels.expected(wide));
    }

    @Test
    void logitsBecomeSharesByTheSoftmaxThatTheLossTook() {
        Trained trained = Trained.of(Projects.spirals(DType.F32), 40);
        Tensor shares = Compiled.of(trained.export(), folder).call("probabilities", trained.features());
        assertThat(shares).isEqualTo(Activation.SOFTMAX.apply(trained.outputs()));
    }

    @Test
    void theClassOfTheLargestOutputIsNamedAsInTheData() {
        Trained trained = Trained.of(animals(folder, "crossentropy"), 30);
        Compiled compiled = Compiled.of(trained.export(), folder);
        List<String> labels = compiled.call("classify", trained.features());
        assertThat(labels).isEqualTo(expectedLabels(trained));
        assertThat(compiled.names("CLASSES")).containsExactly(Projects.BREAKOUT, Projects.UMLAUT, Projects.QUOTES);
        assertThat(compiled.names("FEATURES")).containsExactly("länge", "br\"eite");
    }

    private static List<String> expectedLabels(Trained trained) {
        Tensor outputs = trained.outputs();
        List<String> classes = trained.task().samples().schema().classes();
        List<String> labels = new ArrayList<>();
        for (int sample = 0; sample < outputs.shape().dim(1); sample++) {
            List<Double> answers =
                    Arrays.stream(column(outputs, sample)).boxed().toList();
            labels.add(classes.get(answers.indexOf(Collections.max(answers))));
        }
        return labels;
    }

    @Test
    void tooFewFeaturesAreRefusedByTheirNames() {
        Compiled compiled =
                Compiled.of(Trained.of(Projects.spirals(DType.F32), 0).export(), folder);
        assertThatThrownBy(() -> compiled.predict(1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This model needs 2 features (x₁, x₂), got 1");
    }

    @Test
    void theClassIsALayerThatCanGoOnLearning() {
        Trained trained = Trained.of(branches(DType.F32), 5);
        Compiled compiled = Compiled.of(trained.export(), folder);
        assertThat(values(compiled.layer()))
                .isEqualTo(values(trained.task().model().prediction()));
    }

    private static List<Tensor> values(Layer layer) {
        return layer.parameters().stream().map(Parameter::value).toList();
    }
}
