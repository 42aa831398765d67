package org.chainboard.engine.op;

import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;

/** An op whose derivative is written over {@link Var}. */
abstract sealed class Rule implements Op
        permits ExpandTo, SumTo, MaxTo, Reshape, Permute, MatMul, Take, PutAdd, Where, Slice, Concat {

    /** As {@link Op#gradient}, with arithmetic. */
    abstract Var gradient(Inputs in, Var result, int input, Var upstream);

    /** The inputs of the node that is differentiated. */
    interface Inputs {
        Var get(int index);
    }

    @Override
    public final Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
        Inputs in = index -> new Var(builder, node.input(index));
        Var result = gradient(in, new Var(builder, node), input, new Var(builder, upstream));
        return result == null ? null : result.node();
    }
}
