package org.chainboard.app.inspector.part;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.run.Session;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.plot.Palette;

/** What every page of the inspector works with. */
public record Context(
        History history, Selection selection, Session session, Texts texts, ObservableValue<Palette> palette) {

    /** A sentence of the inspector, by the part of its key after {@code inspector.}. */
    public String text(String key, Object... arguments) {
        return texts.get("inspector." + key, arguments);
    }

    /** The node with this id as the document has it now. */
    public Optional<NetworkNode> node(String id) {
        return history.now().network().node(id);
    }

    /**
     * Gives a node other settings.
     *
     * @param field what of the node is changed: changes in a row of one field are one step of undo
     */
    public void change(String id, String field, Block block) {
        history.apply(Edits.change(id, block).merging("inspector." + field + "." + id));
    }

    /** A new place for a plot, of this height. */
    public PlotView plot(double height) {
        PlotView view = new PlotView(palette);
        view.setPrefSize(0, height);
        view.setMinHeight(height);
        return view;
    }

    /** What there is to see now. */
    public Facts facts() {
        return new Facts(
                history.now(),
                session.outcome().get(),
                session.status().get(),
                session.snapshot().get());
    }
}
