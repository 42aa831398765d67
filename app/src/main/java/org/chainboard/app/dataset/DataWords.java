package org.chainboard.app.dataset;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.chainboard.app.document.History;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.data.Generators;
import org.chainboard.engine.data.Split;
import org.chainboard.tools.project.DataSource;

/** Data in a few words. */
public final class DataWords {
    private static final int MOST_NAMES = 6;

    private DataWords() {}

    /** The name of the data in use, such as {@code Two spirals · 400} or {@code iris.csv}. */
    public static ObservableValue<String> name(History history, Texts texts) {
        return history.document()
                .map(document -> name(document.settings().data().source(), texts));
    }

    static String name(DataSource source, Texts texts) {
        if (source instanceof DataSource.Generated made) {
            String title = Generators.parse(made.name()).map(Generators::title).orElse(made.name());
            return texts.get("data.name", title, made.samples());
        }
        return String.valueOf(((DataSource.Csv) source).file().getFileName());
    }

    /** What a set of one's own holds: {@code 4 inputs, 3 classes: … · 150 samples, 30 kept for testing}. */
    static String summary(Dataset data, double testShare, long seed, Texts texts) {
        String inputs = texts.get("data.inputs", data.features().size());
        String targets = data.hasClasses()
                ? texts.get("data.classes", data.classes().size(), listed(data.classes()))
                : texts.get("data.numbers", data.targets().size(), listed(data.targets()));
        int kept = Split.of(data, testShare, seed).test().length;
        return inputs + ", " + targets + " · " + texts.get("data.samples", data.samples(), kept);
    }

    private static String listed(List<String> names) {
        boolean tooMany = names.size() > MOST_NAMES;
        String first = String.join(", ", tooMany ? names.subList(0, MOST_NAMES) : names);
        return tooMany ? first + ", …" : first;
    }
}
