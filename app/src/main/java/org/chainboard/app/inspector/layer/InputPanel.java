package org.chainboard.app.inspector.layer;

import java.util.List;
import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.training.Samples;

/** Where samples come in: which data, and how many. They are chosen in the toolbar. */
final class InputPanel extends NodePanel {
    private final Label data = new Label();
    private final Label features = new Label();
    private final Label samples = new Label();
    private final Label train = new Label();
    private final Label test = new Label();
    private final Label targets = new Label();
    private final Label note = Rows.sentence(Styles.HINT);

    InputPanel(Context context, String id) {
        super(context, id);
        data.setId("input-data");
        features.setId("input-features");
        samples.setId("input-samples");
        Label chosen = Rows.sentence(Styles.HINT);
        chosen.setText(context.text("input.chosen"));
        add(
                Rows.fact(context.text("input.data"), data),
                Rows.fact(context.text("input.features"), features),
                Rows.fact(context.text("input.targets"), targets),
                Rows.fact(context.text("input.samples"), samples),
                Rows.fact(context.text("input.train"), train),
                Rows.fact(context.text("input.test"), test),
                note,
                chosen);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        if (now.outcome().samples().isEmpty()) {
            for (Label label : new Label[] {data, features, targets, samples, train, test}) {
                label.setText(Figures.NONE);
            }
            note.setText(now.status().sentence());
            return;
        }
        Samples read = now.outcome().samples().get();
        Dataset set = read.data();
        data.setText(set.name());
        features.setText(set.features().size() + "  (" + String.join(", ", set.features()) + ")");
        targets.setText(targets(set));
        samples.setText(context().text("whole", set.samples()));
        train.setText(context().text("whole", read.split().train().length));
        test.setText(context().text("whole", read.split().test().length));
        note.setText(read.note());
    }

    private static String targets(Dataset set) {
        List<String> names = set.hasClasses() ? set.classes() : set.targets();
        return names.size() + "  (" + String.join(", ", names) + ")";
    }
}
