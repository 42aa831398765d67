package org.chainboard.engine.layer;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.op.Var;

/**
 * A way past a layer: connection(layer(x), x), as Flux 0.16 defines it. With {@code +} the layer learns what to add to
 * its input (He et al., Deep residual learning, 2015).
 *
 * @param layer what is skipped
 * @param connection what joins its result and its input
 */
public record SkipConnection(Layer layer, Connection connection) implements Layer {
    public SkipConnection {
        Objects.requireNonNull(layer);
        Objects.requireNonNull(connection);
    }

    /** Sizes are those that layer and connection allow: with {@code +} the layer keeps the size of its input. */
    @Override
    public Var apply(Var x, Mode mode) {
        Var result = layer.apply(x, mode);
        return Ways.join(this, connection, List.of(result, x), mode);
    }

    /** {@code SkipConnection(Dense(10 => 10, relu), +)}. */
    @Override
    public String toString() {
        return Fits.call("SkipConnection", layer, Ways.text(connection));
    }
}
