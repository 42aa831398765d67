package org.chainboard.tools.codegen;

import java.util.List;
import java.util.Optional;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Schema;

/**
 * What the numbers mean that a model gives.
 *
 * @param targets what is predicted; with classes the one name of what is classified; empty where nobody knows, because
 *     the model learned to agree with another part of the drawing
 * @param classes one for each output; empty where numbers are predicted
 * @param standardiser brings the answers back into their own units; empty where they are in them
 * @param shares what makes shares, from 0 to 1, of the answers; empty where they do not stand for shares
 * @param middle with a single output: what it is above when the answer is yes
 */
record Answers(
        List<String> targets,
        List<String> classes,
        Optional<Standardiser> standardiser,
        Optional<Activation> shares,
        double middle) {

    static Answers of(Network network, Schema schema, LossFunction loss) {
        Optional<NetworkNode> compared = comparedWith(network);
        double middle = loss.middle();
        Optional<Activation> shares = loss.row().flatMap(Answers::shares);
        if (compared.isEmpty()) {
            return new Answers(schema.targets(), schema.classes(), changes(schema.outputs()), shares, middle);
        } else if (compared.get().block() instanceof Block.Input) {
            return new Answers(schema.features(), List.of(), changes(schema.inputs()), shares, middle);
        }
        return new Answers(List.of(), List.of(), Optional.empty(), shares, middle);
    }

    /** The node that predictions are compared with, where it is not the data's targets. */
    private static Optional<NetworkNode> comparedWith(Network network) {
        return network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Loss)
                .findFirst()
                .flatMap(loss -> network.wireInto(new Port(loss.id(), 1)))
                .map(Wire::from)
                .flatMap(from -> network.node(from.node()));
    }

    private static Optional<Activation> shares(Loss loss) {
        return switch (loss) {
            case LOGITCROSSENTROPY -> Optional.of(Activation.SOFTMAX);
            case LOGITBINARYCROSSENTROPY -> Optional.of(Activation.SIGMOID);
            case CROSSENTROPY, BINARYCROSSENTROPY, KLDIVERGENCE, FOCAL, BINARY_FOCAL, DICE_COEFF ->
                Optional.of(Activation.IDENTITY);
            case MSE, MAE, MSLE, SUM_OF_SQUARES, HUBER, POISSON, HINGE, SQUARED_HINGE -> Optional.empty();
        };
    }

    /** A standardiser, unless it leaves everything as it is. */
    static Optional<Standardiser> changes(Standardiser standardiser) {
        boolean idle =
                standardiser.equals(Standardiser.identity(standardiser.mean().size()));
        return idle ? Optional.empty() : Optional.of(standardiser);
    }

    boolean hasClasses() {
        return !classes.isEmpty();
    }
}
