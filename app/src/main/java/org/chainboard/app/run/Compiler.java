package org.chainboard.app.run;

import java.util.Map;
import java.util.Optional;
import org.chainboard.app.document.Document;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;
import org.chainboard.tools.training.TaskException;
import org.chainboard.tools.words.Words;

/** Makes a task of a document. It remembers the data it read last; all methods belong to the compile thread. */
final class Compiler {
    private record Read(ProjectData data, long seed, Samples samples) {}

    private static final System.Logger LOG = System.getLogger(Compiler.class.getName());
    private static final Words WORDS = new Words("task");

    private final NetworkCheck check = new NetworkCheck();
    private Read last;

    /** Whatever goes wrong must not leave the window waiting: it becomes an outcome with a sentence. */
    Outcome compile(Document document) {
        try {
            return compiled(document);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "a document could not be compiled", e);
            String sentence = WORDS.get("broken");
            return new Outcome(document, Optional.empty(), Optional.empty(), Optional.empty(), sentence);
        }
    }

    private Outcome compiled(Document document) {
        ProjectSettings settings = document.settings();
        Samples samples;
        try {
            samples = samples(settings.data(), settings.seed());
        } catch (TaskException e) {
            return new Outcome(document, Optional.empty(), Optional.empty(), Optional.empty(), e.getMessage());
        }
        Checked checked = Task.check(check, document.network(), samples, settings.batch());
        if (!checked.isSound()) {
            return stopped(document, samples, checked, first(checked).sentence());
        }
        try {
            Task task = Task.of(document.network(), checked, settings, samples, Map.of());
            return new Outcome(document, Optional.of(samples), Optional.of(checked), Optional.of(task), "");
        } catch (TaskException | ShapeException e) {
            return stopped(document, samples, checked, e.getMessage());
        }
    }

    /** Forgets the data, so that a file that was changed is read again. */
    void forgetData() {
        last = null;
    }

    private Samples samples(ProjectData data, long seed) throws TaskException {
        if (last == null || last.seed != seed || !last.data.equals(data)) {
            last = new Read(data, seed, Samples.of(data, seed));
        }
        return last.samples;
    }

    private static Outcome stopped(Document document, Samples samples, Checked checked, String sentence) {
        return new Outcome(document, Optional.of(samples), Optional.of(checked), Optional.empty(), sentence);
    }

    /** A problem of the drawing's middle says more than an open end. */
    private static Problem first(Checked checked) {
        return checked.problems().stream()
                .filter(problem -> problem.code() != Problem.Code.UNCONNECTED)
                .findFirst()
                .orElse(checked.problems().get(0));
    }
}
