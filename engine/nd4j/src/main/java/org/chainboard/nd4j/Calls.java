package org.chainboard.nd4j;

import org.chainboard.engine.graph.Op;
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

/** How each op is done; docs/decisions/0006 says which are ND4J's and which are loops, and why. */
final class Calls {
    private Calls() {}

    /** The step ready to run. */
    static Call of(Operands to) {
        if (to.size() == 0) {
            return () -> {};
        }
        Op op = to.node().op();
        if (op instanceof Unary unary) {
            return UnaryCalls.of(unary, to);
        } else if (op instanceof Binary binary) {
            return BinaryCalls.of(binary, to);
        } else if (op instanceof Where) {
            return Loops.where(to);
        } else if (op instanceof Reshape) {
            return copy(to);
        } else if (op instanceof ExpandTo) {
            return SizeCalls.expand(to);
        } else if (op instanceof Permute permute) {
            return SizeCalls.permute(permute.order(), to);
        } else if (op instanceof SumTo) {
            return SizeCalls.sum(to);
        } else if (op instanceof MaxTo) {
            return Loops.max(to);
        } else if (op instanceof MatMul matmul) {
            return matmul(matmul, to);
        } else if (op instanceof Take) {
            return Loops.take(to);
        } else if (op instanceof PutAdd) {
            return Loops.putAdd(to);
        } else if (op instanceof Slice slice) {
            return SizeCalls.slice(slice, to);
        } else if (op instanceof Concat concat) {
            return SizeCalls.concat(concat.axis(), to);
        } else if (op instanceof Uniform) {
            return Loops.defined(to);
        }
        throw new IllegalArgumentException("the ND4J backend does not know " + op.label());
    }

    static Call copy(Operands to) {
        FlatArray from = to.in(0);
        FlatArray target = to.out();
        int size = to.size();
        return () -> target.copyFrom(from, size);
    }

    private static Call matmul(MatMul op, Operands to) {
        if (to.shape(0).size() == 0) {
            // ND4J's empty arrays have no memory to view; a sum of nothing is 0.
            return () -> to.out().fill(to.size(), 0);
        }
        Call product = new NativeCall(
                        "matmul",
                        to.out().view(SizeCalls.sizes(to.result())),
                        to.in(0).view(SizeCalls.sizes(to.shape(0))),
                        to.in(1).view(SizeCalls.sizes(to.shape(1))))
                .integers(op.firstTransposed() ? 1 : 0, op.secondTransposed() ? 1 : 0, 0);
        return op.arriving() == MatMul.Arriving.NONE ? product : product.then(new ArrivedCall(op, to));
    }
}
