package org.chainboard.app.inspector.layer;

import javafx.scene.layout.Region;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.engine.train.Snapshot;

/** What is shown of one node, or of several. It is made for them and let go with them. */
interface Panel {

    Region region();

    /** Follows the document and what became of it. */
    void show(Facts now);

    /** Follows the numbers of a run. */
    default void live(Snapshot snapshot) {}

    /** Puts the cursor into the name, where there is one that can be changed. */
    default void rename() {}
}
