package org.chainboard.nd4j;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J as a whole. */
final class Library {
    private Library() {}

    /**
     * Loads ND4J and its native library where that has not happened yet, and keeps it and its BLAS to the calling thread.
     * Results then do not depend on the number of processors, and a step does not wait for a helper thread that another
     * program keeps from running.
     *
     * @throws LinkageError or a RuntimeException of ND4J's where that cannot be
     */
    static void load() {
        Environment environment = Nd4j.getEnvironment();
        environment.setMaxThreads(1);
        environment.setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
        // ND4J's sums of a whole array ask OpenMP instead of ND4J; OpenMP keeps this number for each calling thread.
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }
}
