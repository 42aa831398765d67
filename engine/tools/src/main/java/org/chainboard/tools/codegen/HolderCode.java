package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Connection;
import org.chainboard.engine.layer.Join;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Maxout;
import org.chainboard.engine.layer.PairwiseFusion;
import org.chainboard.engine.layer.Parallel;
import org.chainboard.engine.layer.SkipConnection;

/**
 * A layer that holds others as the expression that makes it.
 *
 * @param code makes those inside
 */
record HolderCode(LayerCode code) {

    /** The expression; empty for a layer that holds no others. */
    Optional<CodeBlock> of(String field, Layer layer) {
        if (layer instanceof Chain chain) {
            return Optional.of(chain(field, chain));
        } else if (layer instanceof SkipConnection skip) {
            CodeBlock inner = code.of(field, skip.layer());
            CodeBlock join = connection(field, skip.connection());
            return Optional.of(CodeBlock.of("new $T($L, $L)", SkipConnection.class, inner, join));
        } else if (layer instanceof Parallel parallel) {
            return Optional.of(joined(Parallel.class, field, parallel.connection(), parallel.layers()));
        } else if (layer instanceof PairwiseFusion fusion) {
            return Optional.of(joined(PairwiseFusion.class, field, fusion.connection(), fusion.layers()));
        } else if (layer instanceof Maxout maxout) {
            return Optional.of(CodeBlock.of("$T.of($L)", Maxout.class, listed(field, maxout.layers())));
        }
        return Optional.empty();
    }

    private CodeBlock chain(String field, Chain chain) {
        CodeBlock layers = listed(field, chain.layers());
        if (chain.names().isEmpty()) {
            return CodeBlock.of("$T.of($L)", Chain.class, layers);
        }
        String names =
                String.join(", ", chain.names().stream().map(Literals::text).toList());
        return CodeBlock.of(
                "new $T($T.<$T>of($L), $T.of($L))", Chain.class, List.class, Layer.class, layers, List.class, names);
    }

    private CodeBlock joined(Class<?> type, String field, Connection connection, List<Layer> layers) {
        return CodeBlock.of("$T.of($L, $L)", type, connection(field, connection), listed(field, layers));
    }

    private CodeBlock listed(String field, List<Layer> layers) {
        CodeBlock.Builder list = CodeBlock.builder();
        for (int i = 0; i < layers.size(); i++) {
            list.add(i == 0 ? "$L" : ", $L", code.of(field, layers.get(i)));
        }
        return list.build();
    }

    private CodeBlock connection(String field, Connection connection) {
        if (connection instanceof Join join) {
            return CodeBlock.of("$T.$L", Join.class, join.name());
        } else if (connection instanceof Layer layer) {
            return code.of(field, layer);
        }
        throw new IllegalArgumentException("no Java is known for the connection " + connection);
    }
}
