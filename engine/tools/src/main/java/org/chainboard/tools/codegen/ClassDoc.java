package org.chainboard.tools.codegen;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectSettings;

/** What stands above the class: what it is, how it was trained, how to use it. */
final class ClassDoc {
    private static final int MOST_IN_EXAMPLE = 4;
    private static final String USE =
            "It is a layer too, so it can be part of a larger model and learn on. All it needs is"
                    + " {@code chainboard-core.jar}, in a program or on the command line:";

    private ClassDoc() {}

    static String of(Subject subject) {
        return String.join(
                "\n",
                "A neural network, drawn " + (subject.trained() ? "and trained " : "") + "with Chainboard.",
                "",
                Comments.block(drawing(subject)),
                "",
                "<p>" + Comments.wrap(training(subject)),
                "",
                "<p>" + Comments.wrap(USE),
                "",
                Comments.block(use(subject)));
    }

    private static String drawing(Subject subject) {
        Steps steps = subject.steps();
        if (steps.isStraight()) {
            return new Chain(steps.all().stream().map(Steps.Step::layer).toList()).summary();
        }
        List<String> lines = steps.all().stream().map(ClassDoc::line).toList();
        int count = Layer.count(subject.model().prediction());
        return String.join("\n", lines) + "\n# total: " + count + (count == 1 ? " parameter" : " parameters");
    }

    private static String line(Steps.Step step) {
        String layer = step.layer() instanceof FunctionLayer
                ? "(" + step.layer() + ")"
                : step.layer().toString();
        return step.variable() + " = " + layer + "(" + String.join(", ", step.inputs()) + ")";
    }

    private static String training(Subject subject) {
        ProjectSettings settings = subject.settings();
        if (!subject.trained()) {
            return "It was not trained yet: its numbers are those drawn by the seed " + settings.seed() + ".";
        }
        return "It learned from " + data(settings.data().source()) + ", with the loss {@code "
                + Comments.words(settings.loss()) + "}, the optimiser " + optimiser(settings) + ", "
                + settings.batch() + (settings.batch() == 1 ? " sample" : " samples") + " a step, the seed "
                + settings.seed() + " and " + settings.dtype() + " numbers.";
    }

    private static String data(DataSource source) {
        if (source instanceof DataSource.Generated generated) {
            return "<i>" + Comments.words(generated.name()) + "</i> (" + generated.samples() + " samples, noise "
                    + generated.noise() + ")";
        }
        DataSource.Csv csv = (DataSource.Csv) source;
        return "<i>" + Comments.words(String.valueOf(csv.file().getFileName())) + "</i>";
    }

    private static String optimiser(ProjectSettings settings) {
        String name = "{@code " + Comments.words(settings.optimiser()) + "}";
        Map<String, Double> own = settings.hypers();
        String numbers = UpdateRule.parse(settings.optimiser()).stream()
                .flatMap(rule -> rule.hypers().stream())
                .map(hyper -> hyper.name() + " " + own.getOrDefault(hyper.name(), hyper.usual()))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? name : name + " (" + numbers + ")";
    }

    private static String use(Subject subject) {
        int features = subject.schema().features().size();
        boolean few = features <= MOST_IN_EXAMPLE;
        String name = subject.className();
        String call = subject.answers().hasClasses() ? "String label = model.classify(" : "double[] y = model.predict(";
        return name + " model = new " + name + "();\n"
                + call + (few ? example(features, ", ") : "features") + ");\n\n"
                + "java -cp chainboard-core.jar " + name + ".java " + (few ? example(features, " ") : "...");
    }

    private static String example(int features, String between) {
        return String.join(between, Collections.nCopies(features, "0.5"));
    }
}
