package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Writes a network in a row as chain text. */
final class ChainWriter {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}0-9_₀-₉]*");
    private static final Port NOWHERE = new Port("", 0);

    private final List<String> layers = new ArrayList<>();
    private OptionalInt size;

    private ChainWriter(int inputs) {
        this.size = OptionalInt.of(inputs);
    }

    static Optional<String> text(Network network, int inputs) {
        ChainWriter writer = new ChainWriter(inputs);
        List<NetworkNode> row = row(network);
        boolean isWhole = !row.isEmpty() && row.size() == network.nodes().size();
        if (!isWhole || !row.stream().allMatch(node -> writer.write(node.block()))) {
            return Optional.empty();
        }
        List<String> names = names(row);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < writer.layers.size(); i++) {
            written.add((names.isEmpty() ? "" : names.get(i) + " = ") + writer.layers.get(i));
        }
        String text = "Chain(" + String.join(", ", written) + ")";
        // what could not be read again is no text of it
        return ChainText.parse(text) instanceof ReadChain ? Optional.of(text) : Optional.empty();
    }

    /** The nodes from the input on, as long as one wire leads from one to the next; empty when there is no one input. */
    private static List<NetworkNode> row(Network network) {
        List<NetworkNode> inputs = network.nodes().stream()
                .filter(node -> node.block() instanceof Block.Input)
                .toList();
        if (inputs.size() != 1 || network.wires().size() != network.nodes().size() - 1) {
            return List.of();
        }
        List<NetworkNode> row = new ArrayList<>(inputs);
        for (int i = 0; i < row.size() && row.size() <= network.nodes().size(); i++) {
            List<Wire> on = network.wiresFrom(row.get(i).id());
            Port next = on.size() == 1 ? on.get(0).to() : NOWHERE;
            if (next.index() == 0) {
                network.node(next.node()).ifPresent(row::add);
            }
        }
        return row;
    }

    /** The names of the layers, where each has one that is not just its kind and number. */
    private static List<String> names(List<NetworkNode> row) {
        List<NetworkNode> layers = row.stream()
                .filter(node -> !(node.block() instanceof Block.Input || node.block() instanceof Block.Loss))
                .toList();
        List<String> names = layers.stream().map(NetworkNode::name).toList();
        boolean own = layers.stream().allMatch(ChainWriter::isCalled);
        return own && Set.copyOf(names).size() == names.size() ? names : List.of();
    }

    private static boolean isCalled(NetworkNode node) {
        return NAME.matcher(node.name()).matches() && !node.name().startsWith(NodeNames.base(node.block()));
    }

    /** Adds the text of a block, where it has one. */
    private boolean write(Block block) {
        if (block instanceof Block.Input || block instanceof Block.Loss) {
            return true;
        }
        Optional<String> text = Optional.empty();
        if (block instanceof Block.Dense dense) {
            text = dense(dense);
        } else if (block instanceof Block.Activation activation) {
            text = Activation.parse(activation.name()).map(Activation::text);
        } else if (block instanceof Block.Function function) {
            text = function(function);
        } else if (block instanceof Block.Written written) {
            text = written(written);
        }
        text.ifPresent(layers::add);
        return text.isPresent();
    }

    private Optional<String> dense(Block.Dense dense) {
        Optional<String> activation = Activation.parse(dense.activation()).map(Activation::text);
        if (size.isEmpty() || activation.isEmpty()) {
            return Optional.empty();
        }
        int inputs = size.getAsInt();
        size = OptionalInt.of(dense.units());
        boolean isPlain = activation.get().equals(Activation.IDENTITY.text());
        String sizes = inputs + " => " + dense.units() + (isPlain ? "" : ", " + activation.get());
        return Optional.of("Dense(" + sizes + options(dense) + ")");
    }

    /** Only what differs from what is usual. */
    private static String options(Block.Dense dense) {
        List<String> options = new ArrayList<>();
        if (!dense.bias()) {
            options.add("bias=false");
        }
        if (!dense.init().equals(Init.GLOROT_UNIFORM.text())) {
            options.add("init=" + dense.init());
        }
        return options.isEmpty() ? "" : "; " + String.join(", ", options);
    }

    private Optional<String> written(Block.Written block) {
        try {
            Layer layer = LayerReader.whole(block.code(), null, LayerMaker.empty(), "");
            size = size.isPresent() ? after(layer, size.getAsInt()) : size;
            return Optional.of(block.code());
        } catch (ChainMistake | ShapeException e) {
            return Optional.empty();
        }
    }

    private static OptionalInt after(Layer layer, int inputs) {
        Shape shape = layer.outputSize(Shape.of(inputs, 2));
        return shape.rank() == 2 ? OptionalInt.of(shape.dim(0)) : OptionalInt.empty();
    }

    private Optional<String> function(Block.Function block) {
        Parsed parsed = TypedFunction.parse(block.text());
        if (parsed instanceof TypedFunction function && function.arguments().size() == 1) {
            size = size.isPresent() ? ChainSizes.after(function, size.getAsInt()) : size;
            return Optional.of(function.text());
        }
        return Optional.empty();
    }
}
