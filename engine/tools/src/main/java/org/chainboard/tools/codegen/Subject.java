package org.chainboard.tools.codegen;

import java.util.stream.Stream;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.TaskException;
import org.chainboard.tools.words.Words;

/**
 * What is exported.
 *
 * @param trained whether its numbers were learned; else they are those that training would start from
 * @param schema what the numbers that come in mean
 * @param answers what the numbers that come out mean
 */
record Subject(
        String className,
        ProjectSettings settings,
        boolean trained,
        Schema schema,
        Answers answers,
        NetworkModel model,
        Steps steps) {
    private static final Words WORDS = new Words("export");
    private static final int MOST_NAMES = 4_000;
    private static final int LONGEST_NAME = 10_000;

    static Subject of(Project project, String className) throws ExportException {
        ProjectSettings settings = project.settings();
        Schema schema = schema(project);
        Checked checked = new NetworkCheck()
                .check(
                        project.network(),
                        Shape.of(schema.inputs().mean().size(), settings.batch()),
                        Shape.of(schema.outputs().mean().size(), settings.batch()));
        if (!checked.isSound()) {
            throw new ExportException(
                    WORDS.get("drawing", checked.problems().get(0).sentence()));
        }
        LossFunction loss = LossFunction.parse(settings.loss())
                .orElseThrow(() -> new ExportException(new Words("task").get("noLoss", settings.loss())));
        NetworkModel model = NetworkModel.of(project.network(), checked, settings.dtype(), settings.seed());
        model.takeOver(project.weights());
        boolean trained = !project.weights().isEmpty();
        Answers answers = Answers.of(project.network(), schema, loss);
        return new Subject(className, settings, trained, schema, answers, model, Steps.of(model));
    }

    private static Schema schema(Project project) throws ExportException {
        Schema schema;
        try {
            schema = project.schema().isPresent()
                    ? project.schema().get()
                    : Samples.of(project.settings().data(), project.settings().seed())
                            .schema();
        } catch (TaskException e) {
            throw new ExportException(e.getMessage(), e);
        }
        long names = names(schema).count();
        if (names > MOST_NAMES || names(schema).anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw new ExportException(WORDS.get("names", MOST_NAMES, LONGEST_NAME));
        }
        return schema;
    }

    private static Stream<String> names(Schema schema) {
        return Stream.of(schema.features(), schema.targets(), schema.classes()).flatMap(names -> names.stream());
    }

    DType dtype() {
        return settings.dtype();
    }
}
