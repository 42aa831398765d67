package org.chainboard.bench;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;

/** An implementation of a training step, ours or somebody else's. Found by {@link Peers}; making one loads nothing. */
public interface Peer {
    /** What it is called in the table. */
    String name();

    /** Which release it is; loads nothing either. */
    String version();

    /** Whether it is one of ours. */
    default boolean ours() {
        return false;
    }

    /** Whether it is worth its time on this network. */
    default boolean runs(Workload work) {
        return true;
    }

    /** With how many threads it is measured; its best figure counts. */
    default List<Integer> threads() {
        return List.of(1, 2);
    }

    /** In which precisions it is measured. */
    default List<DType> types() {
        return List.of(DType.F32);
    }

    /** Builds the network with its first weights, and takes everything a step needs. */
    Steps start(Workload work, int threads, DType dtype);

    /** The same on the one batch of the workload, where {@link #start} has more than that; its losses are checked. */
    default Steps rehearse(Workload work, int threads, DType dtype) {
        return start(work, threads, dtype);
    }

    /** A network that can be trained on the batch of its workload. For one thread. */
    interface Steps extends AutoCloseable {
        /** Predicts, reads the loss back, differentiates and updates, {@code count} times. */
        void take(int count);

        /** The loss that the latest step read back. */
        double loss();

        /** The gradients that the latest step followed: {@code W₁, b₁, W₂, ...}, W as outputs x inputs, row by row. */
        List<float[]> gradients();

        @Override
        void close();
    }
}
