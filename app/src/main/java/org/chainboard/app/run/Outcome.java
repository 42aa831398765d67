package org.chainboard.app.run;

import java.util.Optional;
import org.chainboard.app.document.Document;
import org.chainboard.engine.network.Checked;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;

/**
 * What became of a document in the background.
 *
 * @param document the one that was looked at
 * @param samples its data; empty where they cannot be read
 * @param checked sizes and problems of its drawing; empty where there are no data to check it against
 * @param task what is trained; empty where there is a problem
 * @param sentence why it cannot be trained; empty where it can
 */
public record Outcome(
        Document document, Optional<Samples> samples, Optional<Checked> checked, Optional<Task> task, String sentence) {

    /** A document nobody has looked at yet. */
    static Outcome none(Document document) {
        return new Outcome(document, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
}
