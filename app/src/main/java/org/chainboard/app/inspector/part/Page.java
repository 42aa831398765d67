package org.chainboard.app.inspector.part;

import javafx.scene.layout.Region;
import org.chainboard.engine.train.Snapshot;

/** What stands in one tab. All methods belong to the JavaFX thread and are called only while the tab is showing. */
public interface Page {

    /** What is put into the tab. */
    Region region();

    /** Follows the document, the selection and what became of them. */
    void show(Facts now);

    /** Follows the numbers of a run, up to thirty times a second. */
    default void live(Snapshot snapshot) {}

    /** Looks, once per pulse, whether something asked for in the background has come. */
    default void look() {}
}
