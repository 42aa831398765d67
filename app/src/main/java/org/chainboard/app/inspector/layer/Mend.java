package org.chainboard.app.inspector.layer;

import java.util.Optional;
import javafx.scene.control.Button;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;

/** Offers to give the last Dense as many outputs as the loss compares with. It is there only while that helps. */
final class Mend extends Button {
    private final Context context;

    Mend(Context context) {
        this.context = context;
        setId("loss-mend");
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> LossMending.of(context.facts()).ifPresent(found -> {
            context.history().seal();
            context.history().apply(found.edit());
        }));
        Rows.show(this, false);
    }

    void show(Facts now) {
        Optional<LossMending> mending = LossMending.of(now);
        Rows.show(this, mending.isPresent());
        mending.ifPresent(
                found -> setText(context.text("loss.mend", found.dense().name(), found.units())));
    }
}
