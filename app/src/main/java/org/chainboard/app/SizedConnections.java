package org.chainboard.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.chainboard.app.canvas.gesture.Connections;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.Mend;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;

/**
 * Which wires fit the sizes. A last layer whose outputs do not fit the data is no reason to refuse: its outputs are set to
 * what the data need, and that is told.
 */
final class SizedConnections implements Connections {
    private final Supplier<Outcome> outcome;
    private final Texts texts;
    private final NetworkCheck check = new NetworkCheck();

    SizedConnections(Supplier<Outcome> outcome, Texts texts) {
        this.outcome = outcome;
        this.texts = texts;
    }

    @Override
    public Optional<String> refusal(Network network, Wire wire) {
        Network drawn = network.connect(wire);
        String end = wire.to().node();
        Optional<String> refusal = sizeProblem(drawn, end);
        boolean mends = refusal.isPresent() && loss(drawn).filter(end::equals).isPresent() && isMended(drawn, end);
        return mends ? Optional.empty() : refusal;
    }

    /** Any wire may complete the way to the loss, so it is the loss that is looked at. */
    @Override
    public Optional<Mending> mending(Network network, Wire wire) {
        Network drawn = network.connect(wire);
        Optional<String> loss = loss(drawn);
        if (loss.isEmpty() || sizeProblem(drawn, loss.get()).isEmpty() || !isMended(drawn, loss.get())) {
            return Optional.empty();
        }
        int outputs = targets();
        String name = Mend.lastDense(drawn).orElseThrow().name();
        return Optional.of(new Mending(
                joined -> Mend.lastOutputs(joined, outputs).orElse(joined),
                texts.get("connect.mended", name, outputs)));
    }

    private boolean isMended(Network drawn, String loss) {
        return Mend.lastOutputs(drawn, targets())
                .filter(changed -> sizeProblem(changed, loss).isEmpty())
                .isPresent();
    }

    private static Optional<String> loss(Network network) {
        return network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .map(NetworkNode::id)
                .findFirst();
    }

    private int targets() {
        return outcome.get().samples().orElseThrow().data().y().shape().dim(0);
    }

    private Optional<String> sizeProblem(Network network, String node) {
        Optional<Samples> samples = outcome.get().samples();
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        int batch = outcome.get().document().settings().batch();
        Checked checked = Task.check(check, network, samples.get(), batch);
        return checked.problem(node)
                .filter(problem -> problem.code() == Problem.Code.SIZE)
                .map(Problem::sentence);
    }
}
