package org.chainboard.engine.network;

import java.util.List;
import java.util.OptionalInt;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Bilinear;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.LayerNorm;
import org.chainboard.engine.layer.Maxout;
import org.chainboard.engine.layer.PairwiseFusion;
import org.chainboard.engine.layer.Parallel;
import org.chainboard.engine.layer.Scale;
import org.chainboard.engine.layer.SkipConnection;
import org.chainboard.engine.tensor.Shape;

/** How many numbers a layer says it takes. */
final class Declared {
    private Declared() {}

    /** The features of its inputs; empty for what takes any number, or arrays. */
    static OptionalInt inputs(Layer layer) {
        if (layer instanceof Dense dense) {
            return OptionalInt.of(dense.in());
        } else if (layer instanceof Scale scale) {
            return features(scale.scale().shape());
        } else if (layer instanceof LayerNorm norm) {
            return features(norm.size());
        } else if (layer instanceof BatchNorm norm) {
            return OptionalInt.of(norm.features());
        } else if (layer instanceof Bilinear bilinear) {
            Shape size = bilinear.weight().shape();
            return size.dim(1) == size.dim(2) ? OptionalInt.of(size.dim(1)) : OptionalInt.empty();
        }
        return first(inside(layer));
    }

    private static List<Layer> inside(Layer layer) {
        if (layer instanceof Chain chain) {
            return chain.layers();
        } else if (layer instanceof SkipConnection skip) {
            return List.of(skip.layer());
        } else if (layer instanceof Parallel parallel) {
            return parallel.layers();
        } else if (layer instanceof PairwiseFusion fusion) {
            return fusion.layers().subList(0, 1);
        }
        return layer instanceof Maxout maxout ? maxout.layers() : List.of();
    }

    private static OptionalInt first(List<Layer> layers) {
        return layers.stream()
                .map(Declared::inputs)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt features(Shape sample) {
        return sample.rank() == 1 ? OptionalInt.of(sample.dim(0)) : OptionalInt.empty();
    }
}
