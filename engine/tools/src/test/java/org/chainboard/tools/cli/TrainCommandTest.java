package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectException;
import org.chainboard.tools.project.ProjectFile;
import org.chainboard.tools.project.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} makes of projects, chains and data. */
class TrainCommandTest {
    @TempDir
    Path folder;

    private JsonNode json(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(args));
        all.add("--json");
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(1);
        return new JsonMapper().readTree(run.out());
    }

    private String flowers() {
        return Flowers.write(folder).toString();
    }

    @Test
    void classesOfAFileAreLearned() throws IOException {
        Path chain = Flowers.write(folder.resolve("chain.txt"), "# three kinds\n" + Flowers.CHAIN + "\n");
        JsonNode result = json(chain.toString(), "--data", flowers());
        assertThat(result.get("accuracy").doubleValue()).isGreaterThan(0.95);
        assertThat(result.get("test_accuracy").doubleValue()).isGreaterThan(0.9);
        assertThat(result.get("loss").doubleValue())
                .isLessThan(result.get("loss_before").doubleValue());
    }

    @Test
    void theObjectHasEveryField() throws IOException {
        JsonNode result = json(Flowers.CHAIN, "--data", flowers(), "--epochs", "3", "--batch", "50");
        assertThat(result.get("steps").intValue()).isEqualTo(9);
        assertThat(result.get("backend").textValue()).isEqualTo("jvm");
        assertThat(result.get("train_samples").intValue()).isEqualTo(120);
        assertThat(result.get("test_samples").intValue()).isEqualTo(30);
        assertThat(result.get("microseconds_per_step").doubleValue())
                .isCloseTo(result.get("seconds").doubleValue() * 1e6 / 9, within(1e-3));
        assertThat(List.of("loss", "test_loss", "accuracy", "test_accuracy"))
                .allSatisfy(name -> assertThat(result.get(name).isNumber()).isTrue());
    }

    @Test
    void whatDoesNotExistIsNull() throws IOException {
        JsonNode line = json("Dense(1 => 1)", "--data", "noisy-line", "--split", "0", "--steps", "5");
        assertThat(List.of("test_loss", "accuracy", "test_accuracy"))
                .allSatisfy(name -> assertThat(line.get(name).isNull()).isTrue());
    }

    @Test
    void theLineIsFoundUpToItsNoise() throws IOException {
        JsonNode result = json("Dense(1 => 1)", "--data", "noisy-line", "--rate", "0.05");
        assertThat(result.get("loss").doubleValue()).isBetween(0.1, 0.4);
    }

    @Test
    void optimisersAreWrittenAsInFlux() throws Exception {
        Path one = folder.resolve("one.chain");
        Path several = folder.resolve("several.chain");
        String chain = "OptimiserChain(WeightDecay(0.0005), ClipNorm(1, Inf), Adam(0.01))";
        json("noisy-line", "--steps", "2", "--optimiser", "AdamW(0.02; couple = false)", "--save", one.toString());
        json("noisy-line", "--steps", "2", "--optimiser", chain, "--save", several.toString());
        assertThat(ProjectFile.read(one).settings().optimiser()).isEqualTo("AdamW(couple=false)");
        assertThat(ProjectFile.read(one).settings().hyper("eta")).isEqualTo(0.02);
        assertThat(ProjectFile.read(several).settings().optimiser()).isEqualTo(chain);
        assertThat(Run.of("train", "noisy-line", "--optimiser", "Adam(x)").err())
                .contains("At character");
        assertThat(Run.of("train", "noisy-line", "--optimiser", "AdaDelta", "--rate", "1")
                        .err())
                .contains("has no step size");
    }

    @Test
    void aSavedProjectIsTrainedOnAsIfItHadNotStopped() throws Exception {
        Path half = folder.resolve("half.chain");
        Path resumed = folder.resolve("resumed.chain");
        Path whole = folder.resolve("whole.chain");
        String schedule = "Exp(0.05, 0.99)";
        json("noisy-line", "--steps", "30", "--schedule", schedule, "--save", whole.toString());
        json("noisy-line", "--steps", "10", "--schedule", schedule, "--save", half.toString());
        JsonNode result = json(half.toString(), "--steps", "20", "--save", resumed.toString());
        assertThat(result.get("steps").intValue()).isEqualTo(20);
        assertThat(ProjectFile.read(resumed).weights())
                .isEqualTo(ProjectFile.read(whole).weights());
        assertThat(ProjectFile.read(resumed).training())
                .isEqualTo(ProjectFile.read(whole).training());
    }

    @Test
    void aSampleIsTrainedByItsName() {
        Run run = Run.of("train", "noisy-line", "--steps", "20");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Chain(Dense(1 => 1)), 2 numbers to learn")
                .contains("Noisy line: y from x")
                .contains("80 to learn from, 20 kept back")
                .contains("mse, Descent(0.05), batches of 16, float32, seed 1")
                .contains("20 (4 epochs)")
                .contains("on backend jvm");
        assertThat(run.err().lines()).hasSizeBetween(1, 4).last().asString().startsWith("20 of 20 steps, loss");
    }

    @Test
    void classesHaveTheirNamesAndAnAccuracyInTheReport() {
        Run run = Run.of("train", Flowers.CHAIN, "--data", flowers(), "--steps", "30");
        assertThat(run.out()).contains("flowers.csv: kind (lily, rose, tulip) from petal, leaf", "Accuracy", " %");
    }

    @Test
    void columnsAreChosenByNameOrNumber() throws IOException {
        JsonNode one = json("Dense(4 => 1)", "--data", flowers(), "--target", "petal", "--steps", "300");
        assertThat(one.get("accuracy").isNull()).isTrue();
        assertThat(one.get("loss").doubleValue()).isLessThan(0.3);
        JsonNode two = json("Dense(3 => 2)", "--data", flowers(), "--target", "1,leaf", "--steps", "5");
        assertThat(two.get("steps").intValue()).isEqualTo(5);
    }

    @Test
    void noughtsAndOnesSuitASingleOutput() throws IOException {
        StringBuilder text = new StringBuilder("a,b,yes\n");
        for (int i = 0; i < 60; i++) {
            text.append(i)
                    .append(',')
                    .append(i % 7)
                    .append(',')
                    .append(i < 30 ? 0 : 1)
                    .append('\n');
        }
        Path file = Flowers.write(folder.resolve("yes.csv"), text.toString());
        for (String chain : new String[] {"Dense(2 => 1, σ)", "Dense(2 => 1)"}) {
            JsonNode result = json(chain, "--data", file.toString(), "--rate", "0.1");
            assertThat(result.get("accuracy").doubleValue()).isGreaterThan(0.9);
        }
    }

    @Test
    void theSameSeedGivesTheSameNumbers() throws IOException {
        String[] args = {Flowers.CHAIN, "--data", flowers(), "--seed", "5", "--steps", "100"};
        JsonNode first = json(args);
        JsonNode second = json(args);
        assertThat(List.of("loss", "test_loss", "accuracy", "test_accuracy", "loss_before"))
                .allSatisfy(name -> assertThat(first.get(name)).isEqualTo(second.get(name)));
        args[4] = "6";
        assertThat(json(args).get("loss")).isNotEqualTo(first.get("loss"));
    }

    @Test
    void whatWasSavedIsTrainedOn() throws IOException {
        String saved = folder.resolve("new/flowers.chain").toString();
        JsonNode first = json(Flowers.CHAIN, "--data", flowers(), "--steps", "200", "--save", saved);
        JsonNode second = json(saved, "--steps", "1");
        assertThat(second.get("loss_before").doubleValue())
                .isCloseTo(first.get("loss").doubleValue(), within(1e-6));
        assertThat(second.get("test_samples")).isEqualTo(first.get("test_samples"));
    }

    @Test
    void optionsOverrideTheProjectAndAreSaved() throws IOException, ProjectException {
        Path file = folder.resolve("mine.chain");
        ProjectFile.write(file, Sample.XOR.project());
        Path saved = folder.resolve("other.chain");
        String[] options = {
            "--loss",
            "mse",
            "--optimizer",
            "momentum",
            "--rate",
            "0.02",
            "--batch",
            "10",
            "--seed",
            "9",
            "--split",
            "0.5",
            "--dtype",
            "f64",
            "--steps",
            "3",
            "--save",
            saved.toString()
        };
        List<String> args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(options));
        JsonNode result = json(args.toArray(String[]::new));
        assertThat(result.get("test_samples").intValue()).isEqualTo(200);
        Project project = ProjectFile.read(saved);
        assertThat(project.settings().loss()).isEqualTo("mse");
        assertThat(project.settings().optimiser()).isEqualTo("Momentum");
        assertThat(project.settings().hypers()).containsExactlyEntriesOf(java.util.Map.of("eta", 0.02));
        assertThat(project.settings().batch()).isEqualTo(10);
        assertThat(project.settings().seed()).isEqualTo(9);
        assertThat(project.settings().dtype()).isEqualTo(DType.F64);
        assertThat(project.positions()).isEqualTo(Sample.XOR.project().positions());
    }

    @Test
    void aSavedChainStandsInARow() throws IOException, ProjectException {
        Path saved = folder.resolve("row.chain");
        json(Flowers.CHAIN, "--data", flowers(), "--steps", "1", "--save", saved.toString());
        assertThat(ProjectFile.read(saved).positions())
                .containsEntry("n1", new Position(60, 160))
                .containsEntry("n2", new Position(240, 140))
                .containsEntry("n3", new Position(440, 140))
                .containsEntry("n4", new Position(640, 160));
    }

    @Test
    void layersWithoutABlockOfTheirOwnLearnAndAreSavedWithWhatTheyRemember() throws IOException, ProjectException {
        Path saved = folder.resolve("deep.chain");
        String chain = "Chain(Dense(2 => 8, relu), BatchNorm(8), SkipConnection(Dense(8 => 8, tanh), +), Dropout(0.1),"
                + " Dense(8 => 3))";
        String loss = "logitcrossentropy(label_smoothing=0.05)";
        JsonNode first = json(
                chain,
                "--data",
                flowers(),
                "--loss",
                loss,
                "--steps",
                "300",
                "--dtype",
                "f64",
                "--save",
                saved.toString());
        assertThat(first.get("accuracy").doubleValue()).isGreaterThan(0.9);
        Project project = ProjectFile.read(saved);
        assertThat(project.settings().loss()).isEqualTo(loss);
        assertThat(project.network().node("n3").orElseThrow().block()).isEqualTo(new Block.Written("BatchNorm(8)"));
        assertThat(project.weights().get("n3")).hasSize(4);
        JsonNode second = json(saved.toString(), "--steps", "1");
        assertThat(second.get("loss_before").doubleValue())
                .isCloseTo(first.get("loss").doubleValue(), within(1e-12));
    }

    @Test
    void aTypedLossIsMadeSmall() throws IOException {
        String[] usual = {"noisy-line", "--steps", "50", "--loss", "mse"};
        String[] typed = {"noisy-line", "--steps", "50", "--loss", "(ŷ, y) -> mean((ŷ - y)^2)"};
        assertThat(json(typed).get("loss")).isEqualTo(json(usual).get("loss"));
        Run wrong = Run.of("train", "noisy-line", "--steps", "1", "--loss", "(p, y) -> mean(p - )");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("A number, a letter or a bracket is missing before “)”.");
    }

    @Test
    void otherDataBringAnotherLoss() {
        Run run = Run.of("train", "noisy-line", "--data", flowers(), "--target", "kind", "--steps", "1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("targets of 3 numbers, but the model gives 1. Give the last Dense 3 outputs");
    }
}
