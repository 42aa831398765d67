package org.chainboard.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.app.run.Status.State;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.training.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Input (n1) → Dense₁ (n3) → Dense₂ (n4) → loss (n2), trained while it is changed. */
@ExtendWith(ApplicationExtension.class)
class SessionTest {
    private static final Position SOMEWHERE = new Position(0, 400);
    private static final long PATIENCE = 60_000;

    private final List<Running> opened = new ArrayList<>();
    private Running running;

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
    }

    private static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
    }

    @AfterEach
    void close() {
        opened.forEach(one -> fx(one::close));
    }

    private void run(Document document) {
        running = fx(() -> new Running(document));
        opened.add(running);
        until(() -> state() != State.COMPILING);
    }

    private static void until(Callable<Boolean> holds) {
        try {
            Running.until(holds);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    private State state() {
        return running.session.status().get().state();
    }

    private void untilState(State... wanted) {
        until(() -> Set.of(wanted).contains(state()));
    }

    private void apply(Edit edit) {
        fx(() -> running.history.apply(edit));
        settle();
    }

    private void undo() {
        fx(running.history::undo);
        settle();
    }

    private void settle() {
        until(() -> state() != State.COMPILING);
    }

    private void settings(UnaryOperator<ProjectSettings> change) {
        apply(Edits.settings("edit.rate", change));
    }

    private void step(int count) {
        long goal = fx(running::step) + count;
        for (int i = 0; i < count; i++) {
            fx(running.session::step);
        }
        until(() -> running.step() == goal && running.session.progress().get().step() == goal);
    }

    private Project project() {
        try {
            return fx(running.session::project).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, List<Tensor>> weights() {
        return project().weights();
    }

    private List<Tensor> weights(String node) {
        return weights().get(node);
    }

    private Task task() {
        return fx(() -> running.session.outcome().get().task().orElseThrow());
    }

    private String sentence() {
        return fx(() -> running.session.status().get().sentence());
    }

    @Test
    void aChangedDrawingKeepsTheNumbersOfTheNodesThatStay() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> before = weights();
        apply(Edits.insert(new Block.Activation("relu"), SOMEWHERE, Wire.between("n3", "n4"), Map.of()));
        Map<String, List<Tensor>> after = weights();
        step(3);

        assertThat(after).isEqualTo(before);
        assertThat(weights()).isNotEqualTo(before);
        assertThat(fx(running::step)).isEqualTo(8);
    }

    @Test
    void whatUndoBringsBackHasItsTrainedNumbersAgain() {
        record Case(String name, Edit edit) {}
        List<Case> cases = List.of(
                new Case("taking a layer away", Edits.remove(Set.of("n3"), List.of())),
                new Case("taking both away", Edits.remove(Set.of("n3", "n4"), List.of())),
                new Case("another width", Edits.change("n3", Samples.dense(9))),
                new Case("no wire", Edits.disconnect(List.of(Wire.between("n1", "n3")))));
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> before = weights();
        List<String> lost = cases.stream()
                .filter(row -> {
                    apply(row.edit());
                    undo();
                    return !weights().equals(before);
                })
                .map(Case::name)
                .toList();

        assertThat(lost).isEmpty();
        assertThat(fx(running::step)).isEqualTo(5);
    }

    @Test
    void resetGivesTheNumbersOfTheSeedAgain() {
        run(Running.spirals(6));
        Map<String, List<Tensor>> first = weights();
        step(5);
        Map<String, List<Tensor>> trained = weights();
        fx(running.session::reset);
        until(() -> state() == State.READY);

        assertThat(weights()).isEqualTo(first).isNotEqualTo(trained);
        until(() -> running.step() == 0);
        run(Running.spirals(6));
        assertThat(weights()).isEqualTo(first);
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        run(Running.spirals(6));
        Map<String, List<Tensor>> first = weights();
        settings(old -> old.withSeed(2));
        Map<String, List<Tensor>> second = weights();
        undo();

        assertThat(second).isNotEqualTo(first);
        assertThat(weights()).isEqualTo(first);
    }

    @Test
    void anotherStepSizeNeedsNoCompilingAndCountsFromTheNextStep() {
        run(Running.spirals(6));
        step(3);
        Task task = task();
        settings(old -> old.withHyper("eta", 0.0));
        Map<String, List<Tensor>> before = weights();
        step(3);
        Map<String, List<Tensor>> held = weights();
        settings(old -> old.withHyper("eta", 0.1));
        step(3);

        assertThat(task()).isSameAs(task);
        assertThat(held).isEqualTo(before);
        assertThat(weights()).isNotEqualTo(before);
    }

    @Test
    void aStepThatIsAskedForAtOnceAfterResetIsTheFirstOne() {
        run(Running.spirals(6));
        step(5);
        fx(() -> {
            running.session.reset();
            running.session.step();
            running.session.step();
        });
        until(() -> state() == State.PAUSED && running.step() == 2);
        Map<String, List<Tensor>> two = weights();
        run(Running.spirals(6));
        step(2);

        assertThat(weights()).isEqualTo(two);
    }

    @Test
    void anUnsoundDrawingPausesAndTrainingGoesOnByItself() {
        run(Running.spirals(6));
        fx(running.session::train);
        until(() -> running.step() > 3);
        apply(Edits.disconnect(List.of(Wire.between("n3", "n4"))));
        String why = sentence();
        State whileUnsound = fx(this::state);
        undo();
        long then = fx(running::step);
        until(() -> state() == State.RUNNING && running.step() > then + 3);

        assertThat(whileUnsound).isEqualTo(State.IDLE);
        assertThat(why).contains("Dense₂");
    }

    @Test
    void aLayerThatDoesNotFitIntoMemorySaysSoAndUndoGoesOn() {
        run(Running.spirals(6));
        apply(Edits.insert(
                new Block.Dense(1_000_000, "relu", "glorot_uniform", true),
                SOMEWHERE,
                Wire.between("n3", "n4"),
                Map.of()));
        apply(Edits.insert(
                new Block.Dense(1_000_000, "relu", "glorot_uniform", true),
                SOMEWHERE,
                Wire.between("n5", "n4"),
                Map.of()));
        State whileTooLarge = fx(this::state);
        String why = sentence();
        undo();
        undo();

        assertThat(whileTooLarge).isEqualTo(State.IDLE);
        assertThat(why).contains("memory");
        assertThat(fx(this::state)).isEqualTo(State.READY);
    }

    @Test
    void whatIsPausedWhileItIsUnsoundStaysPaused() {
        run(Running.spirals(6));
        fx(running.session::train);
        until(() -> running.step() > 3);
        apply(Edits.disconnect(List.of(Wire.between("n3", "n4"))));
        fx(running.session::pause);
        undo();

        untilState(State.READY, State.PAUSED);
        assertThat(fx(() -> running.session.status().get().isRunning())).isFalse();
    }

    @Test
    void aRunThatDivergesSaysSoAndGoesOnWithASmallerStepSize() {
        run(Running.line());
        settings(old -> old.withOptimiser("Descent", Map.of("eta", 1e9)));
        fx(running.session::train);
        untilState(State.FAILED);
        String why = sentence();
        long failedAt = fx(running::step);
        settings(old -> old.withHyper("eta", 1e-3));
        untilState(State.READY);
        fx(running.session::train);
        until(() -> state() == State.RUNNING && running.step() > failedAt + 20);

        assertThat(why).isNotBlank();
        assertThat(weights("n3").get(0).get(0)).isFinite();
    }

    @Test
    void theProjectCarriesItsNumbersWhileItsDrawingIsUnsound() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> before = weights();
        apply(Edits.disconnect(List.of(Wire.between("n3", "n4"))));
        Map<String, List<Tensor>> unsound = weights();
        apply(Edits.remove(Set.of("n3"), List.of()));

        assertThat(unsound).isEqualTo(before);
        assertThat(weights()).isEqualTo(Map.of("n4", before.get("n4")));
    }

    @Test
    void aDocumentThatIsOpenedStartsFromItsNumbers() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> trained = weights();
        run(Running.spirals(7));
        step(2);
        fx(() -> running.session.open(Running.spirals(6), trained));
        untilState(State.READY);

        assertThat(weights()).isEqualTo(trained);
        assertThat(fx(() -> running.session.progress().get())).isEqualTo(new Progress(false, 0));
    }

    @Test
    void aProjectThatIsOpenedGoesOnExactlyWhereItWasLeft() {
        run(Running.spirals(6));
        step(5);
        Project left = project();
        step(4);
        Map<String, List<Tensor>> expected = weights();
        run(Running.spirals(7));
        step(2);
        fx(() -> running.session.open(Running.spirals(6), Start.of(left)));
        untilState(State.READY);
        step(4);

        assertThat(fx(running::step)).isEqualTo(9);
        assertThat(weights()).isEqualTo(expected);
    }

    @Test
    void anUnsoundDocumentThatIsOpenedKeepsItsNumbersAndNotThoseOfTheOneBefore() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> trained = weights();
        run(Running.spirals(6));
        step(2);
        Document unsound = Edits.disconnect(List.of(Wire.between("n3", "n4"))).apply(Running.spirals(6));
        fx(() -> running.session.open(unsound, trained));
        untilState(State.IDLE);
        Map<String, List<Tensor>> kept = weights();
        apply(Edits.connect(Wire.between("n3", "n4")));
        untilState(State.READY);

        assertThat(kept).isEqualTo(trained);
        assertThat(weights()).isEqualTo(trained);
    }

    @Test
    void anUnknownBackendSaysSoAndAnotherOneGoesOn() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> before = weights();
        settings(old -> old.withBackend("abacus"));
        untilState(State.FAILED);
        String why = sentence();
        Map<String, List<Tensor>> meanwhile = weights();
        settings(old -> old.withBackend("reference"));
        untilState(State.READY);

        assertThat(why).contains("abacus");
        assertThat(meanwhile).isEqualTo(before);
        assertThat(weights()).isEqualTo(before);
        step(2);
        assertThat(fx(running::step)).isEqualTo(7);
    }

    @Test
    void aDocumentOfAnUnknownBackendKeepsItsNumbersUntilAnotherOneIsChosen() {
        run(Running.spirals(6));
        step(5);
        Map<String, List<Tensor>> trained = weights();
        Document elsewhere = Running.spirals(6);
        fx(() ->
                running.session.open(elsewhere.withSettings(elsewhere.settings().withBackend("abacus")), trained));
        untilState(State.FAILED);
        Map<String, List<Tensor>> meanwhile = weights();
        settings(old -> old.withBackend("reference"));
        untilState(State.READY);

        assertThat(meanwhile).isEqualTo(trained);
        assertThat(weights()).isEqualTo(trained);
    }
}
