package org.chainboard.jcuda;

import java.util.List;
import java.util.Set;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Reshape;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.plan.Plan;

/** The kinds of ops that the card can be asked to compute. Anybody can write another, and there is no kernel for that. */
final class Supported {
    private static final Set<Class<? extends Op>> KINDS = Set.of(
            Source.Constant.class,
            Source.Read.class,
            Unary.class,
            Binary.class,
            Where.class,
            Reshape.class,
            ExpandTo.class,
            Permute.class,
            Slice.class,
            Concat.class,
            SumTo.class,
            MaxTo.class,
            MatMul.class,
            Take.class,
            PutAdd.class,
            Uniform.class);

    private Supported() {}

    /** @throws BackendException with a sentence that names the first op without a kernel */
    static void check(List<Plan> plans) {
        for (Plan plan : plans) {
            plan.graph().nodes().forEach(node -> check(node.op()));
        }
    }

    private static void check(Op op) {
        // the ops of an enum may have bodies of their own, which are classes below it
        if (KINDS.stream().noneMatch(kind -> kind.isInstance(op))) {
            throw new BackendException(Sentences.get("noKernel", op.label()));
        }
    }
}
