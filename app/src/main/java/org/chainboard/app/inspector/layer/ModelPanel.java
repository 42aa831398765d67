package org.chainboard.app.inspector.layer;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.ChainBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.run.Status.State;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkModel;

/** The model as a whole, while nothing is selected: what it is, and what it lacks. */
final class ModelPanel implements Panel {
    private final Context context;
    private final Label count = Rows.label("", Styles.MUTED);
    private final Label missing = Rows.sentence(Styles.MISTAKE);
    private final Label ready = Rows.sentence(Styles.HINT);
    private final Mend mend;
    private final ChainBox chain;
    private final VBox page;

    ModelPanel(Context context) {
        this.context = context;
        mend = new Mend(context);
        chain = new ChainBox(context, "model");
        count.setId("model-parameters");
        missing.setId("model-missing");
        ready.setId("model-next");
        Label title = Rows.label(context.text("model"), Styles.INSPECTOR_TITLE);
        Label hint = Rows.sentence(Styles.HINT);
        hint.setText(context.text("model.hint"));
        page = new VBox(Rows.ends(title, count), missing, mend, ready, chain, hint);
        page.getStyleClass().add(Styles.INSPECTOR_PAGE);
    }

    @Override
    public Region region() {
        return page;
    }

    @Override
    public void show(Facts now) {
        Optional<NetworkModel> model = now.model();
        count.setText(model.map(found -> context.text("count", found.count())).orElse(""));
        boolean stopped = now.status().state() == State.IDLE || now.status().state() == State.FAILED;
        String sentence = stopped ? now.status().sentence() : "";
        // an open end while one draws is no fault, only what comes next
        missing.setText(now.hasFault() ? sentence : "");
        String next = now.status().state() == State.READY ? context.text("model.ready") : sentence;
        ready.setText(now.hasFault() ? "" : next);
        mend.show(now);
        chain.show(now);
    }
}
