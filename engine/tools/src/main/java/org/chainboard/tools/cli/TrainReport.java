package org.chainboard.tools.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.network.ChainText;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.words.Words;

/** What was trained and what came of it, for people or for programs. */
record TrainReport(TrainSetup setup, TrainOutcome outcome) {
    private static final Words WORDS = new Words("cli");
    private static final int MOST_NAMES = 5;
    private static final String LINE = System.lineSeparator();

    /** Lines for people. */
    String text() {
        return line("chain", chain(), setup.task().model().count())
                + data()
                + samples()
                + training()
                + steps()
                + LINE
                + results();
    }

    private String line(String key, Object... values) {
        return row(WORDS.get("train.line." + key), WORDS.get("train.value." + key, values));
    }

    private static String row(String label, String value) {
        return String.format(Locale.ROOT, "%-10s%s", label, value).stripTrailing() + LINE;
    }

    private Samples used() {
        return setup.task().samples();
    }

    /** Its text, or where a drawing has none the names of its nodes. */
    private String chain() {
        return ChainText.of(setup.project().network(), used().data().features().size())
                .orElseGet(() -> setup.project().network().ordered().stream()
                        .map(NetworkNode::name)
                        .collect(Collectors.joining(", ")));
    }

    private String data() {
        Dataset data = used().data();
        String targets = few(data.targets()) + (data.hasClasses() ? " (" + few(data.classes()) + ")" : "");
        return line("data", data.name(), targets, few(data.features()));
    }

    private static String few(List<String> names) {
        int left = names.size() - MOST_NAMES;
        String first = names.stream().limit(MOST_NAMES).map(Words::brief).collect(Collectors.joining(", "));
        return left > 0 ? WORDS.get("train.more", first, left) : first;
    }

    private String samples() {
        int train = used().split().train().length;
        int test = used().split().test().length;
        return test == 0 ? line("samplesAll", train) : line("samples", train, test);
    }

    private String training() {
        ProjectSettings settings = setup.project().settings();
        boolean row = Optimiser.parse(settings.optimiser()).isPresent();
        double eta = settings.hyper(Optimiser.ETA);
        String optimiser = settings.optimiser() + (row && !Double.isNaN(eta) ? "(" + Decimals.text(eta) + ")" : "");
        return line(
                "training",
                settings.loss(),
                optimiser,
                Math.min(settings.batch(), used().split().train().length),
                settings.dtype(),
                settings.seed());
    }

    private String steps() {
        double epochs = (double) outcome.steps() / setup.task().program().stepsPerEpoch();
        return line(
                "steps",
                outcome.steps(),
                Decimals.text(Math.round(epochs * 10) / 10.0),
                String.format(Locale.ROOT, "%.2f", outcome.seconds()),
                Numbers.brief(outcome.microsecondsPerStep()),
                setup.backend().name());
    }

    private String results() {
        boolean tested = hasTest();
        String head = row("", columns(WORDS.get("train.part.train"), tested ? WORDS.get("train.part.test") : ""));
        String loss = row(
                WORDS.get("train.line.loss"),
                columns(
                        Numbers.brief(outcome.after().loss()),
                        tested ? Numbers.brief(outcome.after().testLoss()) : ""));
        if (Double.isNaN(outcome.after().accuracy())) {
            return head + loss;
        }
        String accuracy = row(
                WORDS.get("train.line.accuracy"),
                columns(
                        percent(outcome.after().accuracy()),
                        tested ? percent(outcome.after().testAccuracy()) : ""));
        return head + loss + accuracy;
    }

    private boolean hasTest() {
        return used().split().test().length > 0;
    }

    private static String columns(String train, String test) {
        return String.format(Locale.ROOT, "%-10s%s", train, test);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** One object; what does not exist is null, what is not finite is a text. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean right = !Double.isNaN(outcome.after().accuracy());
        json.put("steps", outcome.steps());
        put(json, "loss", outcome.after().loss(), true);
        put(json, "test_loss", outcome.after().testLoss(), hasTest());
        put(json, "accuracy", outcome.after().accuracy(), right);
        put(json, "test_accuracy", outcome.after().testAccuracy(), right && hasTest());
        json.put("backend", setup.backend().name());
        json.put("seconds", outcome.seconds());
        json.put("microseconds_per_step", outcome.microsecondsPerStep());
        put(json, "loss_before", outcome.before().loss(), true);
        json.put("train_samples", used().split().train().length);
        json.put("test_samples", used().split().test().length);
        return json + LINE;
    }

    private static void put(ObjectNode json, String name, double number, boolean exists) {
        if (!exists) {
            json.putNull(name);
        } else if (Double.isFinite(number)) {
            json.put(name, number);
        } else {
            json.put(name, Double.toString(number));
        }
    }
}
