package org.chainboard.tools.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectFile;
import org.chainboard.tools.project.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project that is saved, opened and trained on gives the bits of one that was trained without a stop. */
class ResumedProjectTest {
    private static final int BEFORE = 17;
    private static final int AFTER = 30;

    @TempDir
    Path folder;

    static Stream<String> optimisers() {
        Stream<String> rows = Arrays.stream(Optimiser.values()).map(Optimiser::text);
        Stream<String> chains = Stream.of(
                "OptimiserChain(WeightDecay(0.001), ClipNorm(1), Adam(0.01))",
                "OptimiserChain(ClipNorm(0.5, Inf), ClipNorm(0.5, 1.5; throw = false), Momentum())");
        return Stream.concat(rows, chains);
    }

    private static Project fresh(String optimiser) {
        Project sample = Sample.XOR.project();
        return sample.with(sample.settings().withOptimiser(optimiser, Map.of()));
    }

    private static Project trained(Project project, long steps) throws TaskException {
        Task task = Task.of(project);
        long from = task.resume(project.training());
        try (TrainingRun run = new TrainingRun(task.program(), Backends.named(Backends.REFERENCE), from)) {
            run.advance(steps);
            run.keep();
            return task.trained(project, run.step());
        }
    }

    private Project savedAndOpened(Project project) throws Exception {
        Path file = folder.resolve("model.chain");
        ProjectFile.write(file, project);
        return ProjectFile.read(file);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void openingGoesOnExactlyWhereItWas(String optimiser) throws Exception {
        Project straight = trained(fresh(optimiser), BEFORE + AFTER);
        Project stopped = savedAndOpened(trained(fresh(optimiser), BEFORE));

        Project resumed = trained(stopped, AFTER);

        assertThat(stopped.training().orElseThrow().step()).isEqualTo(BEFORE);
        assertThat(resumed.weights()).isEqualTo(straight.weights());
        assertThat(resumed.training()).isEqualTo(straight.training());
    }

    @Test
    void aScheduleIsSavedAndGoesOn() throws Exception {
        Project sample = Sample.XOR.project();
        Project fresh = sample.with(sample.settings().withSchedule("eta", "Exp(0.05, 0.99)"));
        Project straight = trained(fresh, BEFORE + AFTER);

        Project resumed = trained(savedAndOpened(trained(fresh, BEFORE)), AFTER);

        assertThat(resumed.settings().schedules()).containsEntry("eta", "Exp(0.05, 0.99)");
        assertThat(resumed.weights()).isEqualTo(straight.weights());
    }

    @Test
    void anOlderFileBeginsAtTheFirstStep() throws Exception {
        Project trained = trained(fresh("Adam"), BEFORE);
        Path file = folder.resolve("model.chain");
        ProjectFile.write(
                file, trained.trained(trained.weights(), trained.schema().orElseThrow()));
        Project older = new Project(
                trained.network(),
                trained.positions(),
                trained.settings(),
                trained.weights(),
                trained.schema(),
                trained.unknown());
        ProjectFile.write(file, older);

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("\"training\"");
        assertThat(Task.of(ProjectFile.read(file)).resume(ProjectFile.read(file).training()))
                .isZero();
    }

    @Test
    void anotherOptimiserRemembersNothingOfTheOneBefore() throws Exception {
        Project trained = trained(fresh("Adam"), BEFORE);
        assertThat(trained.with(trained.settings().withOptimiser("Lion", Map.of()))
                        .training())
                .isEmpty();
        assertThat(trained.with(trained.settings().withHyper("eta", 0.5)).training())
                .isPresent();
    }
}
