package org.chainboard.app.inspector.layer;

import java.util.Optional;
import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Numbers;

/** The loss: which one, what it compares, and how large it is. It is chosen in the toolbar. */
final class LossPanel extends NodePanel {
    private final Mend mend;
    private final Label loss = new Label();
    private final Label prediction = new Label();
    private final Label target = new Label();
    private final Label train = new Label(Figures.NONE);
    private final Label test = new Label(Figures.NONE);

    LossPanel(Context context, String id) {
        super(context, id);
        mend = new Mend(context);
        loss.setId("loss-name");
        prediction.setId("loss-prediction");
        target.setId("loss-target");
        train.setId("loss-train");
        Label chosen = Rows.sentence(Styles.HINT);
        chosen.setText(context.text("loss.chosen"));
        add(
                mend,
                Rows.fact(context.text("loss"), loss),
                Rows.fact(context.text("loss.prediction"), prediction),
                Rows.fact(context.text("loss.target"), target),
                Rows.fact(context.text("loss.train"), train),
                Rows.fact(context.text("loss.test"), test),
                chosen);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        mend.show(now);
        loss.setText(now.document().settings().loss());
        prediction.setText(size(now.into(new Port(id(), 0))));
        target.setText(size(LossMending.target(now, id())));
    }

    private static String size(Optional<Shape> size) {
        return size.map(Shape::toString).orElse(Figures.NONE);
    }

    @Override
    public void live(Snapshot snapshot) {
        train.setText(number(snapshot.loss().newest()));
        test.setText(number(snapshot.testLoss().newest()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? Figures.NONE : Numbers.brief(value);
    }
}
