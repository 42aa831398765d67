package org.chainboard.jcuda;

import java.util.Optional;
import jcuda.Pointer;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasMath;
import jcuda.jcublas.cublasOperation;
import jcuda.runtime.cudaStream_t;
import org.chainboard.engine.lower.Product;
import org.chainboard.engine.tensor.DType;

/**
 * Matrix products of cuBLAS, on the stream of a card. To it a matrix that lies row by row is the transpose of what it
 * means, so the factors change places. Products are made in full precision, for agreement with the processor.
 */
final class Gemm implements AutoCloseable {
    /** Its own choice would be to take memory when it likes, which a recording does not allow. */
    private static final long WORKSPACE = 8L << 20;

    /** Codes of cuBLAS are told apart from those of the driver by this. */
    private static final int CUBLAS = 100_000;

    private final cublasHandle handle = new cublasHandle();
    private final boolean single;
    private final Pointer zero;
    private final Pointer one;
    private DeviceMemory workspace;

    private Gemm(Cuda cuda, DType dtype) {
        this.single = dtype == DType.F32;
        this.zero = single ? Pointer.to(new float[] {0}) : Pointer.to(new double[] {0});
        this.one = single ? Pointer.to(new float[] {1}) : Pointer.to(new double[] {1});
        check(JCublas2.cublasCreate(handle));
        try {
            workspace = cuda.memory(WORKSPACE);
            check(JCublas2.cublasSetStream(handle, new cudaStream_t(cuda.stream())));
            check(JCublas2.cublasSetWorkspace(handle, workspace.at(0), WORKSPACE));
            check(JCublas2.cublasSetMathMode(handle, cublasMath.CUBLAS_DEFAULT_MATH));
        } catch (DriverFailure e) {
            close();
            throw e;
        }
    }

    /** cuBLAS on a card, where it starts there. */
    static Optional<Gemm> on(Cuda cuda, DType dtype) {
        try {
            return Optional.of(new Gemm(cuda, dtype));
        } catch (DriverFailure e) {
            if (e.lasts()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void check(int status) {
        if (status != 0) {
            throw new DriverFailure(CUBLAS + status, "cuBLAS error " + status);
        }
    }

    /** What starts a product of arrays in {@code numbers}. */
    Start start(Step.Gemm step, DeviceMemory numbers) {
        int width = single ? Float.BYTES : Double.BYTES;
        Pointer a = numbers.at((long) step.a() * width);
        Pointer b = numbers.at((long) step.b() * width);
        Pointer out = numbers.at((long) step.out() * width);
        Pointer kept = step.added() ? one : zero;
        return () -> multiply(step.product(), a, b, kept, out);
    }

    private void multiply(Product p, Pointer a, Pointer b, Pointer kept, Pointer out) {
        boolean aLies = p.aStep() == 1;
        boolean bLies = p.bStep() == 1;
        int aOp = aLies ? cublasOperation.CUBLAS_OP_N : cublasOperation.CUBLAS_OP_T;
        int bOp = bLies ? cublasOperation.CUBLAS_OP_N : cublasOperation.CUBLAS_OP_T;
        // where there is one row only, its stride says nothing
        int aStride = aLies ? Math.max(p.aRow(), p.inner()) : p.aStep();
        int bStride = bLies ? Math.max(p.bRow(), p.columns()) : p.bStep();
        int m = p.columns();
        int n = p.rows();
        int k = p.inner();
        check(
                single
                        ? JCublas2.cublasSgemm(handle, bOp, aOp, m, n, k, one, b, bStride, a, aStride, kept, out, m)
                        : JCublas2.cublasDgemm(handle, bOp, aOp, m, n, k, one, b, bStride, a, aStride, kept, out, m));
    }

    @Override
    public void close() {
        JCublas2.cublasDestroy(handle);
        if (workspace != null) {
            workspace.close();
        }
    }
}
