package org.chainboard.app.live;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.training.Outlook;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;

/** What the model says, in the picture that suits the data. */
final class PredictionCard {
    private final Texts texts;
    private final LiveCard card;
    private final Label caption = new Label();

    /** The data of the picture on show: a picture of other data is taken away at once. */
    private Samples pictured;

    private Tensor drawn;

    PredictionCard(Texts texts, ObservableValue<Palette> palette) {
        this.texts = texts;
        card = new LiveCard("live-prediction", palette);
        card.addCaption(caption);
        clear();
    }

    LiveCard card() {
        return card;
    }

    Label caption() {
        return caption;
    }

    /**
     * Shows the newest numbers.
     *
     * @param shown the task that {@code snapshot} comes from, where that is known
     */
    void show(Outcome outcome, Optional<Task> shown, Optional<Snapshot> snapshot) {
        if (pictured != null && pictured != outcome.samples().orElse(null)) {
            clear();
        }
        Optional<Task> task = outcome.task().filter(now -> shown.isPresent() && shown.get() == now);
        if (task.isPresent() && snapshot.isPresent()) {
            show(task.get(), snapshot.get());
        }
    }

    private void show(Task task, Snapshot snapshot) {
        Outlook outlook = task.outlook();
        Tensor answers = snapshot.predictions();
        boolean fits = answers != null
                && answers.shape().dim(1) == outlook.watched().shape().dim(1);
        if (!fits) {
            return;
        }
        card.setTitle(texts.get("live.kind." + outlook.kind().name().toLowerCase(Locale.ROOT)));
        say(caption(snapshot));
        if (answers != drawn) {
            drawn = answers;
            pictured = task.samples();
            card.show(outlook.plot(answers));
            card.setSpoken(caption.getText());
        }
    }

    private void clear() {
        pictured = null;
        drawn = null;
        card.setTitle(texts.get("live.prediction"));
        say("");
        card.showEmpty(texts.get("plot.empty.prediction"));
    }

    /** A caption without words takes no room from the plot. */
    private void say(String text) {
        caption.setText(text);
        caption.setVisible(!text.isEmpty());
        caption.setManaged(!text.isEmpty());
    }

    /** How many are right; nothing to say where the targets are numbers. */
    private String caption(Snapshot snapshot) {
        if (!Double.isFinite(snapshot.accuracy())) {
            return "";
        }
        String train = percent(snapshot.accuracy());
        return Double.isFinite(snapshot.testAccuracy())
                ? texts.get("live.accuracy.both", train, percent(snapshot.testAccuracy()))
                : texts.get("live.accuracy", train);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
