package org.chainboard.app.inspector.part;

import java.util.List;
import java.util.Optional;
import org.chainboard.app.document.Document;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.run.Status;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.training.Task;

/**
 * What there is to see at one moment. The outcome may be that of an earlier document, while the newest is looked at.
 */
public record Facts(Document document, Outcome outcome, Status status, Optional<Snapshot> snapshot) {

    /** The network as it is drawn now. */
    public Network network() {
        return document.network();
    }

    /** The node with this id as it is drawn now. */
    public Optional<NetworkNode> node(String id) {
        return network().node(id);
    }

    /** What is wrong with a node, where something is. */
    public Optional<Problem> problem(String id) {
        return outcome.checked().flatMap(checked -> checked.problem(id));
    }

    /** Whether something is wrong, and not only unfinished. */
    public boolean hasFault() {
        boolean unfinished = outcome.checked().filter(Checked::isOnlyUnfinished).isPresent();
        return status.state() == Status.State.FAILED || !unfinished;
    }

    /** The size that comes in at a port. */
    public Optional<Shape> into(Port port) {
        return outcome.checked()
                .flatMap(checked -> checked.into(outcome.document().network(), port));
    }

    /** The size that a node gives. */
    public Optional<Shape> outOf(String id) {
        return outcome.checked().map(checked -> checked.sizes().get(new Port(id, 0)));
    }

    /** The model, where the drawing can be trained. */
    public Optional<NetworkModel> model() {
        return outcome.task().map(Task::model);
    }

    /** The layer of a node, where the drawing can be trained. */
    public Optional<Layer> layer(String id) {
        return model().flatMap(model -> model.layer(id));
    }

    /** The parameters that a node uses; empty where it has none or the drawing cannot be trained. */
    public List<Parameter> parameters(String id) {
        return layer(id).map(Layer::parameters).orElse(List.of());
    }

    /** How many numbers the data have for each sample, where they could be read. */
    public Optional<Integer> features() {
        return outcome.samples().map(samples -> samples.data().features().size());
    }
}
