package org.chainboard.jcuda;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;

/**
 * Runs plans on an NVIDIA card. Making one touches nothing; {@link #bind} loads JCuda and the driver, and fails with a
 * sentence where they or a card are missing.
 */
public final class JCudaBackend implements Backend {
    private final CardSearch search;
    private final boolean cublas;
    private final boolean records;
    private final SharedKernels kernels = new SharedKernels();
    private CardSearch.Found found;

    /** On the first card that will do, with cuBLAS where it is found. */
    public JCudaBackend() {
        this(new CardSearch(), true, true);
    }

    /**
     * @param cublas whether cuBLAS is used where it is found
     * @param records whether steps are recorded as graphs and replayed; otherwise their kernels are started one by one
     */
    public JCudaBackend(boolean cublas, boolean records) {
        this(new CardSearch(), cublas, records);
    }

    JCudaBackend(CardSearch search, boolean cublas, boolean records) {
        this.search = search;
        this.cublas = cublas;
        this.records = records;
    }

    @Override
    public String name() {
        return Backends.CUDA;
    }

    @Override
    public boolean onCard() {
        return true;
    }

    /** The card, looked for until there is one. */
    private synchronized CardSearch.Found found() {
        if (found == null) {
            found = search.find();
        }
        return found;
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
        CardSearch.Found card = found();
        Supported.check(plans);
        if (empty || types.size() > 1) {
            // seldom, and nothing to be fast about
            return Backends.named(Backends.REFERENCE).bind(plans);
        }
        DType dtype = types.contains(DType.F64) ? DType.F64 : DType.F32;
        try {
            boolean multiplies = cublas && card.driver().multiplies();
            return new GpuExecutable(plans, dtype, card, kernels, multiplies, records);
        } catch (DriverFailure e) {
            throw new BackendException(Sentences.of(e, card.name()), e);
        } catch (LinkageError e) {
            throw new BackendException(Sentences.get("notLinked", card.name()), e);
        }
    }
}
