package org.chainboard.engine.backend.jvm;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;

/**
 * The processor, fast. What it computes does not depend on how many threads there are; with the Vector API and without it
 * results agree within rounding.
 */
public final class JvmBackend implements Backend {
    private static final String VECTORS = "jdk.incubator.vector";

    private final boolean vectors;
    private final int threads;

    /** With the Vector API where this Java virtual machine was started with it, and all its processors. */
    public JvmBackend() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** With {@code threads} threads at most, the asking one included. */
    public JvmBackend(int threads) {
        this(hasVectors(), threads);
    }

    JvmBackend(boolean vectors, int threads) {
        this.vectors = vectors;
        this.threads = threads;
    }

    /** Whether this Java virtual machine was started with {@code --add-modules jdk.incubator.vector}. */
    public static boolean hasVectors() {
        return ModuleLayer.boot().findModule(VECTORS).isPresent();
    }

    @Override
    public String name() {
        return Backends.JVM;
    }

    @Override
    public Executable bind(List<Plan> plans) {
        Set<DType> types = plans.stream()
                .flatMap(plan -> plan.graph().nodes().stream())
                .map(Node::dtype)
                .collect(Collectors.toSet());
        boolean empty = plans.stream()
                .flatMap(plan -> plan.graph().nodes().stream())
                .anyMatch(node -> node.shape().size() == 0);
        if (empty || types.size() > 1) {
            // seldom, and nothing to be fast about
            return Backends.named(Backends.REFERENCE).bind(plans);
        }
        Workers workers = new Workers(threads);
        if (types.contains(DType.F64)) {
            return new DoubleExecutable(plans, vectors ? new DoubleVectorMath() : new DoublePlainMath(), workers);
        }
        return new FloatExecutable(plans, vectors ? new FloatVectorMath() : new FloatPlainMath(), workers);
    }
}
