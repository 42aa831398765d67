package org.chainboard.gpucheck;

import java.util.List;
import java.util.Optional;
import org.chainboard.workload.Workload;

/**
 * How long a step took.
 *
 * @param work the network
 * @param way how it was computed
 * @param row microseconds per step where many are asked for at once; the median of some rows
 * @param alone microseconds of a step that is asked for alone and whose loss is waited for; the median of many
 * @param steps how many steps were measured alone, and a row has
 */
record Figure(Workload work, String way, double row, double alone, int steps) {
    Note note() {
        return new Note(
                Note.Kind.FIGURE,
                List.of(work.name(), way, String.valueOf(row), String.valueOf(alone), String.valueOf(steps)));
    }

    /** What a note says, where it is one of a figure. */
    static Optional<Figure> of(Note note) {
        if (note.kind() != Note.Kind.FIGURE) {
            return Optional.empty();
        }
        List<String> words = note.words();
        return Optional.of(new Figure(
                Workload.valueOf(words.get(0)),
                words.get(1),
                Double.parseDouble(words.get(2)),
                Double.parseDouble(words.get(3)),
                Integer.parseInt(words.get(4))));
    }
}
