package org.chainboard.app.toolbar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.History;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Speed;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.tools.project.ProjectSettings;

/** The settings of training that are chosen in the toolbar, and what each can be changed to. */
final class SettingChoices {
    private static final List<Integer> BATCHES = List.of(1, 8, 16, 32, 64, 128, 256);
    private static final double MOST_HEIGHT = 320;
    private static final int MOST_SAMPLES = 1_000_000;

    private final History history;
    private final Session session;
    private final Texts texts;

    SettingChoices(History history, Session session, Texts texts) {
        this.history = history;
        this.session = session;
        this.texts = texts;
    }

    private ObservableValue<String> value(Function<ProjectSettings, String> shown) {
        return history.document().map(Document::settings).map(shown);
    }

    private ProjectSettings now() {
        return history.now().settings();
    }

    private void change(String nameKey, UnaryOperator<ProjectSettings> change) {
        history.apply(Edits.settings(nameKey, change));
        history.seal();
    }

    Choice loss() {
        return choice("loss", value(ProjectSettings::loss), this::losses);
    }

    private Node losses(Consumer<Runnable> done) {
        List<String> names = Arrays.stream(Loss.values()).map(Loss::text).toList();
        return new OptionList<>(
                names,
                now().loss(),
                name -> new OptionList.Option(name, texts.get("loss.about." + name)),
                name -> done.accept(() -> change("edit.loss", settings -> settings.withLoss(name))));
    }

    /** Stays open when another one is chosen, for its numbers stand below. */
    Choice optimiser() {
        return staying("optimiser", value(SettingChoices::optimiser), this::optimisers);
    }

    private static String optimiser(ProjectSettings settings) {
        double eta = settings.hyper(Optimiser.ETA);
        return settings.optimiser() + (Double.isNaN(eta) ? "" : "  η = " + NumberRow.text(eta));
    }

    private Node optimisers(Consumer<Runnable> done) {
        List<String> names =
                Arrays.stream(Optimiser.values()).map(Optimiser::text).toList();
        ScrollPane rows = new ScrollPane(new OptionList<>(
                names,
                now().optimiser(),
                name -> new OptionList.Option(name, texts.get("optimiser.about." + name)),
                name -> done.accept(
                        () -> change("edit.optimiser", settings -> settings.withOptimiser(name, Map.of())))));
        // the numbers below have to stay in sight
        rows.setPrefViewportHeight(MOST_HEIGHT);
        rows.setFitToWidth(true);
        VBox box = new VBox(rows);
        box.getChildren().add(new Separator());
        VBox numbers = new VBox();
        numbers.getStyleClass().add(Styles.OPTION_LIST);
        UpdateRule.parse(now().optimiser())
                .ifPresent(row ->
                        row.hypers().forEach(hyper -> numbers.getChildren().add(hyper(hyper))));
        box.getChildren().add(numbers);
        return box;
    }

    /** The numbers of a chain of rules that occur more than once are counted. */
    private String named(String hyper) {
        int count = hyper.indexOf('_');
        return count < 0
                ? texts.get("hyper." + hyper)
                : texts.get("hyper." + hyper.substring(0, count)) + " (" + hyper.substring(count + 1) + ")";
    }

    private Node hyper(Hyper hyper) {
        boolean isStepSize = hyper.name().equals(Optimiser.ETA);
        String name = isStepSize ? texts.get("toolbar.rate") : named(hyper.name());
        return new NumberRow(
                "hyper-" + hyper.name(),
                name,
                now().hyper(hyper.name()),
                value -> isStepSize ? value > 0 : value >= 0,
                texts.get(isStepSize ? "toolbar.rate.mistake" : "toolbar.number.mistake"),
                value -> change("edit.rate", settings -> settings.withHyper(hyper.name(), value)));
    }

    Choice batch() {
        return choice("batch", value(settings -> Integer.toString(settings.batch())), this::batches);
    }

    private Node batches(Consumer<Runnable> done) {
        VBox box = new VBox();
        box.getStyleClass().add(Styles.OPTION_LIST);
        box.getChildren()
                .add(new NumberRow(
                        "batch",
                        texts.get("toolbar.batch.samples"),
                        now().batch(),
                        value -> value == Math.rint(value) && value >= 1 && value <= MOST_SAMPLES,
                        texts.get("toolbar.batch.mistake"),
                        value -> change("edit.batch", settings -> settings.withBatch((int) value))));
        box.getChildren()
                .add(new OptionList<>(
                        BATCHES,
                        now().batch(),
                        size -> new OptionList.Option(
                                Integer.toString(size), size == 1 ? texts.get("toolbar.batch.one") : ""),
                        size -> done.accept(() -> change("edit.batch", settings -> settings.withBatch(size)))));
        return box;
    }

    Choice speed() {
        return choice("speed", session.speed().map(speed -> texts.get(speed.textKey())), this::speeds);
    }

    private Node speeds(Consumer<Runnable> done) {
        VBox box = new VBox();
        box.getChildren()
                .add(new OptionList<>(
                        List.of(Speed.values()),
                        session.speed().getValue(),
                        speed -> new OptionList.Option(
                                texts.get(speed.textKey()), texts.get(speed.textKey() + ".about")),
                        speed -> done.accept(() -> session.setSpeed(speed))));
        // cards have a switch of their own
        List<String> backends = Backends.available().stream()
                .filter(backend -> !backend.onCard())
                .map(Backend::name)
                .filter(name -> !name.equals(Backends.CUDA))
                .toList();
        if (backends.size() > 1) {
            box.getChildren().addAll(new Separator(), backends(backends, done));
        }
        return box;
    }

    private Node backends(List<String> names, Consumer<Runnable> done) {
        return new OptionList<>(
                names,
                now().backend(),
                this::backend,
                name -> done.accept(() -> change("edit.backend", settings -> settings.withBackend(name))));
    }

    /** A backend that others add has no words of ours. */
    private OptionList.Option backend(String name) {
        String key = "backend." + name;
        return texts.has(key)
                ? new OptionList.Option(texts.get(key), texts.get(key + ".about"))
                : new OptionList.Option(name, "");
    }

    /** A choice whose content closes it once something was chosen. */
    Choice choice(String name, ObservableValue<String> value, Function<Consumer<Runnable>, Node> content) {
        return choice(name, value, content, (self, work) -> {
            self.close();
            work.run();
        });
    }

    private Choice staying(String name, ObservableValue<String> value, Function<Consumer<Runnable>, Node> content) {
        return choice(name, value, content, (self, work) -> {
            work.run();
            self.refresh();
        });
    }

    private Choice choice(
            String name,
            ObservableValue<String> value,
            Function<Consumer<Runnable>, Node> content,
            BiConsumer<Choice, Runnable> chosen) {
        Choice[] self = new Choice[1];
        Consumer<Runnable> done = work -> chosen.accept(self[0], work);
        self[0] = new Choice(texts.get("toolbar." + name), value, () -> content.apply(done));
        self[0].setId("choice-" + name);
        return self[0];
    }
}
