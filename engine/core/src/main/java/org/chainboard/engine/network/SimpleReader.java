package org.chainboard.engine.network;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.AlphaDropout;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Bilinear;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Dropout;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Initialiser;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.LayerNorm;
import org.chainboard.engine.layer.Scale;
import org.chainboard.engine.network.ChainScanner.Part;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;

/** Reads the layers that hold no others. */
final class SimpleReader {
    static final List<String> KINDS =
            List.of("Dense", "Scale", "Bilinear", "Dropout", "AlphaDropout", "LayerNorm", "BatchNorm");

    private static final String ARROW = "=>";
    private static final String BIAS = "bias";
    private static final String INIT = "init";
    private static final String AFFINE = "affine";
    private static final String EPS = "eps";
    private static final String MOMENTUM = "momentum";

    private final ChainScanner scanner;
    private final LayerMaker maker;
    private final Rng rng;
    private final Function<Part, Layer> function;

    /** @param function reads an activation */
    SimpleReader(ChainScanner scanner, LayerMaker maker, Rng rng, Function<Part, Layer> function) {
        this.scanner = scanner;
        this.maker = maker;
        this.rng = rng;
        this.function = function;
    }

    /** The layer of this kind; its bracket, at {@code open}, has been gone past. */
    Layer read(String kind, String name, int open) {
        return switch (kind) {
            case "Dense" -> dense(name, open);
            case "Scale" -> scale(name, open);
            case "Bilinear" -> bilinear(name, open);
            case "LayerNorm" -> layerNorm(name, open);
            case "BatchNorm" -> batchNorm(name, open);
            case "Dropout" -> new Dropout(share(kind, open));
            default -> new AlphaDropout(share(kind, open));
        };
    }

    private double share(String kind, int open) {
        CallParts parts = new CallParts(scanner, open, kind, List.of());
        double share = parts.number();
        if (share > 1) {
            throw new ChainMistake(parts.plain().get(0).at(), "layer.share", kind, share);
        }
        return share;
    }

    private Layer dense(String name, int open) {
        List<ChainElement> read = new DenseReader(scanner, open).read();
        Block.Dense block = (Block.Dense) read.get(0).block();
        Initialiser init = maker.start().apply(Initialiser.parse(block.init()).orElseThrow());
        Layer activation = read.size() > 1
                ? FunctionLayer.create(name, read.get(1).function().orElseThrow(), maker.dtype())
                : Activation.parse(block.activation()).orElseThrow();
        return Dense.create(
                name, read.get(0).inputs(), block.units(), activation, block.bias(), init, maker.dtype(), rng);
    }

    private Layer scale(String name, int open) {
        CallParts parts = new CallParts(scanner, open, "Scale", List.of(BIAS, INIT));
        List<Integer> sizes = parts.sizes();
        Layer activation = activation(parts, sizes.size());
        Initialiser init = initialiser(parts, Init.ONES);
        return Scale.create(name, shape(sizes), activation, parts.yes(BIAS), init, maker.dtype(), rng);
    }

    private static Shape shape(List<Integer> sizes) {
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The argument number {@code index}, the last one. */
    private Layer activation(CallParts parts, int index) {
        parts.requireAtMost(index + 1);
        return parts.plain().size() > index ? function.apply(parts.plain().get(index)) : Activation.IDENTITY;
    }

    private Initialiser initialiser(CallParts parts, Init usual) {
        Part part = parts.option(INIT);
        return maker.start().apply(part == null ? usual : DenseReader.initialiser(part));
    }

    private Layer bilinear(String name, int open) {
        CallParts parts = new CallParts(scanner, open, "Bilinear", List.of(BIAS, INIT));
        Part sizes =
                parts.plain().isEmpty() ? new Part("", open + 1) : parts.plain().get(0);
        int arrow = sizes.text().indexOf(ARROW);
        if (arrow < 0) {
            throw new ChainMistake(sizes.at(), "layer.bilinear");
        }
        Part inputs = sizes.between(0, arrow);
        int out = CallParts.size(
                sizes.between(arrow + ARROW.length(), sizes.text().length()));
        Part first = inputs;
        Part second = inputs;
        int comma = inputs.text().indexOf(',');
        if (comma > 0 && inputs.text().startsWith("(") && inputs.text().endsWith(")")) {
            first = inputs.between(1, comma);
            second = inputs.between(comma + 1, inputs.text().length() - 1);
        }
        Layer activation = activation(parts, 1);
        return Bilinear.create(
                name,
                CallParts.size(first),
                CallParts.size(second),
                out,
                activation,
                parts.yes(BIAS),
                initialiser(parts, Init.GLOROT_UNIFORM),
                maker.dtype(),
                rng);
    }

    private Layer layerNorm(String name, int open) {
        CallParts parts = new CallParts(scanner, open, "LayerNorm", List.of(AFFINE, EPS));
        List<Integer> sizes = parts.sizes();
        Layer activation = activation(parts, sizes.size());
        double epsilon = parts.number(EPS, LayerNorm.EPSILON);
        return LayerNorm.create(name, shape(sizes), activation, parts.yes(AFFINE), epsilon, maker.dtype());
    }

    private Layer batchNorm(String name, int open) {
        CallParts parts = new CallParts(scanner, open, "BatchNorm", List.of(AFFINE, EPS, MOMENTUM));
        int features = parts.sizes().get(0);
        Layer activation = activation(parts, 1);
        double momentum = parts.number(MOMENTUM, BatchNorm.MOMENTUM);
        if (momentum > 1) {
            throw new ChainMistake(parts.option(MOMENTUM).at(), "layer.share", MOMENTUM, momentum);
        }
        return BatchNorm.create(
                name,
                features,
                activation,
                parts.yes(AFFINE),
                parts.number(EPS, BatchNorm.EPSILON),
                momentum,
                maker.dtype());
    }
}
