package org.chainboard.bench.peers;

import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J, its BLAS and its OpenMP count threads each by themselves. */
final class Nd4jThreads {
    static final String RELEASE = "1.0.0-M2.1";

    private Nd4jThreads() {}

    static void set(int threads) {
        Environment environment = Nd4j.getEnvironment();
        environment.setMaxThreads(threads);
        environment.setMaxMasterThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }
}
