package org.chainboard.app.inspector.layer;

import static org.chainboard.engine.network.Mend.lastDense;

import java.util.Optional;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.tensor.Shape;

/**
 * What mends a loss whose model gives the wrong number of outputs.
 *
 * @param dense the layer that decides how many there are
 * @param units how many there should be
 */
record LossMending(NetworkNode dense, int units) {

    /** What mends the problem; empty where there is none, or where no Dense decides. */
    static Optional<LossMending> of(Facts now) {
        Optional<NetworkNode> loss = now.network().nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .filter(node -> now.problem(node.id())
                        .filter(problem -> problem.code() == Problem.Code.SIZE)
                        .isPresent())
                .findFirst();
        return loss.flatMap(node -> {
            Optional<NetworkNode> dense = dense(now, node.id());
            Optional<Integer> units = target(now, node.id()).map(NodeSizes::rows);
            return dense.isPresent() && units.isPresent()
                    ? Optional.of(new LossMending(dense.get(), units.get()))
                    : Optional.empty();
        });
    }

    /** The size that the loss compares with: what is wired to it, else the data's targets of one batch. */
    static Optional<Shape> target(Facts now, String loss) {
        Port port = new Port(loss, 1);
        if (now.network().wireInto(port).isPresent()) {
            return now.into(port);
        }
        return now.outcome().samples().map(samples -> {
            int batch = Math.min(
                    now.outcome().document().settings().batch(), samples.split().train().length);
            return Shape.of(samples.data().y().shape().dim(0), batch);
        });
    }

    /** The last Dense, where what it gives comes to the loss in this very size, so that its outputs decide. */
    private static Optional<NetworkNode> dense(Facts now, String loss) {
        Optional<Shape> got = now.into(new Port(loss, 0));
        return lastDense(now.network()).filter(node -> got.isPresent() && got.equals(now.outOf(node.id())));
    }

    Edit edit() {
        Block.Dense was = (Block.Dense) dense.block();
        return Edits.change(dense.id(), new Block.Dense(units, was.activation(), was.init(), was.bias()));
    }
}
