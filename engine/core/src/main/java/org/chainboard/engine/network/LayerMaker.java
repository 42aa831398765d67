package org.chainboard.engine.network;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Initialiser;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Problem.Code;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;

/**
 * Makes the layer of a node.
 *
 * @param dtype of its parameters
 * @param start how its weights start, given what the node says; a mere check of sizes draws no numbers
 * @param rng the random numbers of a node, by its id
 */
record LayerMaker(DType dtype, UnaryOperator<Initialiser> start, Function<String, Rng> rng) {
    private static final int MOST_UNITS = 1_000_000;

    /** Makes real layers: a layer's random numbers follow its node's id, whatever else is drawn. */
    static LayerMaker drawing(DType dtype, long seed) {
        return new LayerMaker(dtype, UnaryOperator.identity(), id -> new Rng(seed, Rng.stream(id)));
    }

    /** Makes layers of the right sizes, with zeros in them. */
    static LayerMaker empty() {
        return new LayerMaker(DType.F32, init -> Init.ZEROS, id -> new Rng(0, 0));
    }

    /**
     * The layer.
     *
     * @param inputs the size that comes in at each port
     * @param made the layers made so far, by node; a shared one is among them
     */
    Layer make(NetworkNode node, List<Shape> inputs, Map<String, Layer> made) throws Fault {
        Block block = node.block();
        if (block instanceof Block.Dense dense) {
            return dense(node, dense, inputs.get(0));
        } else if (block instanceof Block.Activation activation) {
            return Activation.parse(activation.name())
                    .orElseThrow(() -> new Fault(Code.SETTING, node, "activation", activation.name()));
        } else if (block instanceof Block.Function function) {
            return function(node, function);
        } else if (block instanceof Block.Written written) {
            return written(node, written);
        } else if (block instanceof Block.Shared shared) {
            return shared(node, shared, made);
        }
        return Activation.IDENTITY;
    }

    private Layer dense(NetworkNode node, Block.Dense dense, Shape input) throws Fault {
        if (dense.units() < 1 || dense.units() > MOST_UNITS) {
            throw new Fault(Code.SETTING, node, "units", dense.units());
        }
        if (input.isScalar()) {
            throw new Fault(Code.SIZE, node, "denseNeedsVector");
        }
        Initialiser init =
                Initialiser.parse(dense.init()).orElseThrow(() -> new Fault(Code.SETTING, node, "init", dense.init()));
        Layer activation = activation(node, dense.activation());
        Rng own = rng.apply(node.id());
        return Dense.create(
                node.name(), input.dim(0), dense.units(), activation, dense.bias(), start.apply(init), dtype, own);
    }

    /** An activation of the table, or a typed function of one argument. */
    private Layer activation(NetworkNode node, String text) throws Fault {
        var row = Activation.parse(text);
        if (row.isPresent()) {
            return row.get();
        }
        boolean isName = text.chars().allMatch(Character::isLetterOrDigit);
        if (isName || !(TypedFunction.parse(text) instanceof TypedFunction f)) {
            throw new Fault(Code.SETTING, node, "activation", text);
        }
        requireArguments(node, f, 1);
        return FunctionLayer.create(node.name(), f, dtype);
    }

    private Layer function(NetworkNode node, Block.Function function) throws Fault {
        Parsed parsed = TypedFunction.parse(function.text());
        if (parsed instanceof SyntaxProblem problem) {
            throw new Fault(new Problem(Code.FUNCTION, node.id(), problem.message()));
        }
        TypedFunction f = (TypedFunction) parsed;
        requireArguments(node, f, function.arguments());
        return FunctionLayer.create(node.name(), f, dtype);
    }

    private Layer written(NetworkNode node, Block.Written written) throws Fault {
        try {
            return LayerReader.whole(written.code(), node.name(), this, node.id() + "/");
        } catch (ChainMistake mistake) {
            throw new Fault(
                    new Problem(Code.SETTING, node.id(), mistake.problem().message()));
        }
    }

    private static void requireArguments(NetworkNode node, TypedFunction f, int expected) throws Fault {
        if (f.arguments().size() != expected) {
            throw new Fault(
                    Code.FUNCTION, node, "arguments", expected, f.arguments().size());
        }
    }

    private static Layer shared(NetworkNode node, Block.Shared shared, Map<String, Layer> made) throws Fault {
        Layer original = made.get(shared.original());
        if (original == null) {
            throw new Fault(Code.SETTING, node, "shared");
        }
        return original;
    }
}
