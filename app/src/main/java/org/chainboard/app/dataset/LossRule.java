package org.chainboard.app.dataset;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;

/** Which loss suits other data: the present one as long as it is for targets of their kind. */
final class LossRule {
    private static final Set<Loss> FOR_CLASSES = EnumSet.of(
            Loss.CROSSENTROPY, Loss.LOGITCROSSENTROPY, Loss.BINARYCROSSENTROPY, Loss.LOGITBINARYCROSSENTROPY);

    private LossRule() {}

    /**
     * The name of the loss to go on with.
     *
     * @param loss the name of the present one
     * @param classes whether the targets are classes, not numbers
     */
    static String after(Network network, String loss, boolean classes) {
        Optional<Loss> present = Loss.parse(loss);
        boolean suits = present.isPresent() && FOR_CLASSES.contains(present.get()) == classes;
        if (suits) {
            return loss;
        }
        if (!classes) {
            return Loss.MSE.text();
        }
        return endsInSoftmax(network) ? Loss.CROSSENTROPY.text() : Loss.LOGITCROSSENTROPY.text();
    }

    private static boolean endsInSoftmax(Network network) {
        return network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .flatMap(node -> network.wireInto(new Port(node.id(), 0)).stream())
                .flatMap(wire -> network.node(wire.from().node()).stream())
                .anyMatch(node -> isSoftmax(network, node.block()));
    }

    private static boolean isSoftmax(Network network, Block block) {
        if (block instanceof Block.Shared shared) {
            return network.node(shared.original())
                    .map(NetworkNode::block)
                    .filter(original -> !(original instanceof Block.Shared))
                    .filter(original -> isSoftmax(network, original))
                    .isPresent();
        }
        String activation = "";
        if (block instanceof Block.Activation alone) {
            activation = alone.name();
        } else if (block instanceof Block.Dense dense) {
            activation = dense.activation();
        }
        return Activation.parse(activation).filter(Activation.SOFTMAX::equals).isPresent();
    }
}
