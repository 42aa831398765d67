package org.chainboard.app.canvas.view;

import javafx.scene.layout.Region;
import org.chainboard.engine.network.NetworkNode;

/** The card of one kind of node. */
interface Skin {

    /** The card; the same at every call. */
    Region card();

    /** Shows the node's settings, and what is known of it. */
    void show(NetworkNode node, NetworkFacts facts);

    /** Shows the newest numbers; called once per pulse. */
    default void live(String node, NodeLive live) {}
}
