package org.chainboard.tools.training;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Mend;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;

/** Which loss suits a network and its targets, where nobody chose one. */
public final class UsualLoss {
    private static final Set<Loss> FOR_CLASSES = EnumSet.of(
            Loss.CROSSENTROPY,
            Loss.LOGITCROSSENTROPY,
            Loss.BINARYCROSSENTROPY,
            Loss.LOGITBINARYCROSSENTROPY,
            Loss.KLDIVERGENCE,
            Loss.FOCAL,
            Loss.BINARY_FOCAL,
            Loss.DICE_COEFF);

    private UsualLoss() {}

    /**
     * The loss for targets of one kind.
     *
     * @param classes whether the targets are classes, or one number that is 0 or 1, rather than numbers of any size
     */
    public static Loss of(Network network, boolean classes) {
        if (!classes) {
            return Loss.MSE;
        }
        boolean bare = end(network).isEmpty() || end(network).equals(Optional.of(Activation.IDENTITY));
        return bare && hasOneOutput(network) ? Loss.LOGITBINARYCROSSENTROPY : ofClasses(network);
    }

    /** For targets with a row for each class. */
    private static Loss ofClasses(Network network) {
        Optional<Activation> end = end(network);
        if (end.equals(Optional.of(Activation.SOFTMAX))) {
            return Loss.CROSSENTROPY;
        }
        return end.equals(Optional.of(Activation.SIGMOID)) ? Loss.BINARYCROSSENTROPY : Loss.LOGITCROSSENTROPY;
    }

    /**
     * The loss to go on with when the targets may have become others: the present one as long as it is for their kind.
     *
     * @param present its text; nobody can tell what a typed one is for, so it stays
     */
    public static LossFunction after(Network network, String present, boolean classes) {
        return LossFunction.parse(present)
                .filter(loss -> loss.row().map(FOR_CLASSES::contains).orElse(classes) == classes)
                .orElseGet(() -> classes ? ofClasses(network) : Loss.MSE);
    }

    /** Whether the last Dense gives a single number. */
    public static boolean hasOneOutput(Network network) {
        return Mend.lastDense(network)
                .map(node -> ((Block.Dense) node.block()).units() == 1)
                .orElse(false);
    }

    /** The activation that the predictions come from. */
    private static Optional<Activation> end(Network network) {
        return network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .findFirst()
                .flatMap(loss -> network.wireInto(new Port(loss.id(), 0)))
                .flatMap(wire -> network.node(wire.from().node()))
                .flatMap(node -> original(network, node))
                .flatMap(UsualLoss::activation);
    }

    private static Optional<NetworkNode> original(Network network, NetworkNode node) {
        return node.block() instanceof Block.Shared shared ? network.node(shared.original()) : Optional.of(node);
    }

    private static Optional<Activation> activation(NetworkNode node) {
        if (node.block() instanceof Block.Activation alone) {
            return Activation.parse(alone.name());
        }
        return node.block() instanceof Block.Dense dense ? Activation.parse(dense.activation()) : Optional.empty();
    }
}
