package org.chainboard.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.run.Session;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.training.Task;

/** The newest numbers of a session as the canvas shows them; worked out once for every snapshot. */
final class LiveNodes implements NodeLive {
    private final Session session;
    private Snapshot seen;
    private Task seenTask;
    private final Map<String, Weights> weights = new HashMap<>();
    private final Map<String, Double> gradients = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    LiveNodes(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Weights> weights(String node) {
        look();
        return Optional.ofNullable(weights.get(node));
    }

    @Override
    public OptionalDouble gradient(String node) {
        look();
        Double found = gradients.get(node);
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }

    @Override
    public Optional<String> value(String node) {
        look();
        return Optional.ofNullable(values.get(node));
    }

    @Override
    public boolean flowing() {
        return session.status().get().isRunning();
    }

    private void look() {
        Snapshot newest = session.snapshot().get().orElse(null);
        Task task = session.outcome().get().task().orElse(null);
        if (newest == seen && task == seenTask) {
            return;
        }
        seen = newest;
        seenTask = task;
        weights.clear();
        gradients.clear();
        values.clear();
        if (newest != null && task != null) {
            task.model().parameters().forEach((node, own) -> take(node, own, newest));
            compare();
            loss(task, newest);
        }
    }

    private void take(String node, List<Parameter> own, Snapshot newest) {
        Tensor first = newest.values().get(own.get(0).name());
        if (first != null && first.shape().rank() == 2) {
            int rows = first.shape().dim(0);
            weights.put(node, new Weights(first.toDoubles(), rows, first.shape().dim(1)));
        }
        double squares = 0;
        for (Parameter parameter : own) {
            double norm = newestNorm(parameter.name(), newest.norms());
            squares += norm * norm;
        }
        gradients.put(node, Math.sqrt(squares));
    }

    private static double newestNorm(String name, List<Curve> norms) {
        return norms.stream()
                .filter(curve -> curve.name().equals(name))
                .mapToDouble(Curve::newest)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
    }

    /** A gradient is shown as a share of the largest in the network. */
    private void compare() {
        double largest = gradients.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        gradients.replaceAll((node, norm) -> largest > 0 ? norm / largest : 0);
    }

    private void loss(Task task, Snapshot newest) {
        if (newest.loss().size() == 0) {
            return;
        }
        String loss = Numbers.brief(newest.loss().newest());
        for (NetworkNode node : task.model().network().nodes()) {
            if (node.block() instanceof Block.Loss) {
                values.put(node.id(), loss);
            }
        }
    }
}
