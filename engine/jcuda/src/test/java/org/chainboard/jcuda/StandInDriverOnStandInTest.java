package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chainboard.jcuda.StandInCalls.check;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUfunction;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUstream;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasOperation;
import jcuda.runtime.cudaStream_t;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams, events, graphs, memory and errors behave as the driver's do, a little stricter. */
class StandInDriverOnStandInTest {
    private static final int INVALID_VALUE = 1;
    private static final int OUT_OF_MEMORY = 2;
    private static final int NOT_FOUND = 500;
    private static final int NOT_READY = 600;
    private static final int LAUNCH_FAILED = 719;
    private static final int CAPTURE_UNSUPPORTED = 900;
    private static final int CAPTURE_INVALIDATED = 901;

    private StandIn standIn;
    private StandInCalls cuda;
    private final CUstream stream = new CUstream();

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        cuda = new StandInCalls();
        check(JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING));
    }

    @AfterEach
    void end() {
        if (cuda != null) {
            JCudaDriver.cuStreamDestroy(stream);
            cuda.close();
        }
    }

    private Pointer pinned(int floats) {
        Pointer pinned = new Pointer();
        check(JCudaDriver.cuMemAllocHost(pinned, 4L * floats));
        return pinned;
    }

    private static FloatBuffer seen(Pointer pinned, int floats) {
        return pinned.getByteBuffer(0, 4L * floats)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Test
    void withoutSynchronisingTheHostSeesWhatWasThereBefore() {
        Pointer host = pinned(1);
        CUdeviceptr array = cuda.floats(21);
        check(cuda.launch("twice", 1, 1, 0, stream, array, 1));
        check(JCudaDriver.cuMemcpyDtoHAsync(host, array, 4, stream));
        float before = seen(host, 1).get(0);
        check(JCudaDriver.cuStreamSynchronize(stream));

        assertThat(new float[] {before, seen(host, 1).get(0)}).containsExactly(0, 42);
        JCudaDriver.cuMemFreeHost(host);
    }

    @Test
    void anEventIsNotReadyWhenItIsFirstAskedFor() {
        CUevent event = new CUevent();
        check(JCudaDriver.cuEventCreate(event, 0));
        check(cuda.launch("twice", 1, 1, 0, stream, cuda.floats(1), 1));
        check(JCudaDriver.cuEventRecord(event, stream));

        assertThat(new int[] {JCudaDriver.cuEventQuery(event), JCudaDriver.cuEventQuery(event)})
                .containsExactly(NOT_READY, 0);
        JCudaDriver.cuEventDestroy(event);
    }

    @Test
    void aStreamWaitsForTheEventOfAnother() {
        CUstream other = new CUstream();
        check(JCudaDriver.cuStreamCreate(other, CUstream_flags.CU_STREAM_NON_BLOCKING));
        CUevent event = new CUevent();
        check(JCudaDriver.cuEventCreate(event, 0));
        CUdeviceptr array = cuda.floats(5);
        check(cuda.launch("twice", 1, 1, 0, stream, array, 1));
        check(JCudaDriver.cuEventRecord(event, stream));
        Pointer host = pinned(1);
        check(JCudaDriver.cuStreamWaitEvent(other, event, 0));
        check(JCudaDriver.cuMemcpyDtoHAsync(host, array, 4, other));
        check(JCudaDriver.cuStreamSynchronize(other));

        assertThat(seen(host, 1).get(0)).isEqualTo(10);
        JCudaDriver.cuEventDestroy(event);
        JCudaDriver.cuStreamDestroy(other);
        JCudaDriver.cuMemFreeHost(host);
    }

    private CUgraphExec captured(Runnable work) {
        check(JCudaDriver.cuStreamBeginCapture(stream, CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_GLOBAL));
        work.run();
        CUgraph graph = new CUgraph();
        check(JCudaDriver.cuStreamEndCapture(stream, graph));
        CUgraphExec exec = new CUgraphExec();
        check(JCudaDriver.cuGraphInstantiate(exec, graph, 0));
        check(JCudaDriver.cuGraphDestroy(graph));
        check(JCudaDriver.cuGraphUpload(exec, stream));
        return exec;
    }

    @Test
    void aReplayedGraphDoesWhatItsCallsDo() {
        CUdeviceptr array = cuda.floats(1, 2, 3);
        CUdeviceptr copy = cuda.array(12);
        CUgraphExec exec = captured(() -> {
            check(cuda.launch("twice", 1, 32, 0, stream, array, 3));
            check(JCudaDriver.cuMemcpyDtoDAsync(copy, array, 12, stream));
            check(JCudaDriver.cuMemsetD32Async(array.withByteOffset(8), 0, 1, stream));
        });
        check(JCudaDriver.cuGraphLaunch(exec, stream));
        check(JCudaDriver.cuGraphLaunch(exec, stream));
        check(JCudaDriver.cuStreamSynchronize(stream));
        check(JCudaDriver.cuGraphExecDestroy(exec));

        assertThat(cuda.floats(copy, 3)).containsExactly(4, 8, 0);
    }

    @Test
    void waitingInTheMiddleOfACaptureSpoilsIt() {
        check(JCudaDriver.cuStreamBeginCapture(stream, CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_GLOBAL));
        int waiting = JCudaDriver.cuStreamSynchronize(stream);

        assertThat(new int[] {waiting, JCudaDriver.cuStreamEndCapture(stream, new CUgraph())})
                .containsExactly(CAPTURE_UNSUPPORTED, CAPTURE_INVALIDATED);
    }

    @Test
    void anAsynchronousCopyToAJavaArrayIsRefused() {
        CUdeviceptr array = cuda.floats(1);

        assertThat(JCudaDriver.cuMemcpyDtoHAsync(Pointer.to(new float[1]), array, 4, stream))
                .isEqualTo(INVALID_VALUE);
        assertThat(standIn.log()).singleElement().asString().contains("not pinned");
    }

    @Test
    void copyingWhatNobodyHasWrittenIsToldUnlessAllowed() {
        CUdeviceptr array = cuda.array(8);
        standIn.set("copyUnwritten", 1);
        float[] allowed = cuda.floats(array, 2);
        standIn.unset("copyUnwritten");

        assertThat(allowed).containsExactly(0, 0);
        assertThat(JCudaDriver.cuMemcpyDtoH(Pointer.to(allowed), array, 8)).isEqualTo(700);
    }

    @Test
    void aMisspeltKernelIsNotFound() {
        assertThat(JCudaDriver.cuModuleGetFunction(new CUfunction(), cuda.module, "twise"))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void aBlockOf2048ThreadsIsRefused() {
        assertThat(cuda.launch("twice", 1, 2048, 0, stream, cuda.floats(1), 1)).isEqualTo(INVALID_VALUE);
    }

    @Test
    void memoryRunsOutAsSet() {
        StandInCalls.check(JCudaDriver.cuCtxSynchronize());
        long[] free = new long[1];
        check(JCudaDriver.cuMemGetInfo(free, new long[1]));

        assertThat(JCudaDriver.cuMemAlloc(new CUdeviceptr(), free[0] + 1)).isEqualTo(OUT_OF_MEMORY);
        cuda.array(free[0]);
    }

    @Test
    void anyFunctionCanBeMadeToFail() {
        standIn.set("fail.cuMemAlloc", OUT_OF_MEMORY).set("fail.cuMemAlloc.after", 1);

        assertThat(new int[] {JCudaDriver.cuMemAlloc(new CUdeviceptr(), 4), JCudaDriver.cuMemAlloc(new CUdeviceptr(), 4)
                })
                .containsExactly(0, OUT_OF_MEMORY);
    }

    @Test
    void aLostContextStaysLost() {
        CUdeviceptr array = cuda.floats(1);
        standIn.set("loseAfterLaunches", standIn.figure(StandIn.Figure.LAUNCHES) + 1);
        int first = cuda.run("twice", 1, 1, 0, array, 1);
        int second = cuda.run("twice", 1, 1, 0, array, 1);

        assertThat(new int[] {first, second, JCudaDriver.cuMemcpyDtoH(Pointer.to(new float[1]), array, 4)})
                .containsExactly(0, LAUNCH_FAILED, LAUNCH_FAILED);
    }

    @Test
    void afterALostContextANewOneWorks() {
        standIn.set("loseAfterLaunches", 0);
        cuda.run("twice", 1, 1, 0, cuda.floats(1), 1);
        cuda.close();
        standIn.reset();
        cuda = new StandInCalls();
        CUdeviceptr array = cuda.floats(1);

        assertThat(cuda.run("twice", 1, 1, 0, array, 1)).isZero();
        assertThat(cuda.floats(array, 1)).containsExactly(2);
    }

    @Test
    void whatIsLeftIsCounted() {
        int before = standIn.figure(StandIn.Figure.ARRAYS);
        CUdeviceptr array = cuda.floats(1);
        int during = standIn.figure(StandIn.Figure.ARRAYS);
        cuda.free(array);

        assertThat(new int[] {before, during, standIn.figure(StandIn.Figure.ARRAYS)})
                .containsExactly(0, 1, 0);
    }

    @Test
    void cublasMultipliesOnTheStreamAndInAGraph() {
        standIn.loadCublas();
        cublasHandle handle = new cublasHandle();
        check(JCublas2.cublasCreate(handle));
        check(JCublas2.cublasSetStream(handle, new cudaStream_t(stream)));
        CUdeviceptr a = cuda.floats(1, 2, 3, 4, 5, 6);
        CUdeviceptr b = cuda.floats(1, 0, 2, 1, 1, 0);
        CUdeviceptr c = cuda.array(16);
        CUgraphExec exec = captured(() -> check(JCublas2.cublasSgemm(
                handle,
                cublasOperation.CUBLAS_OP_N,
                cublasOperation.CUBLAS_OP_N,
                2,
                2,
                3,
                Pointer.to(new float[] {1}),
                a,
                2,
                b,
                3,
                Pointer.to(new float[] {0}),
                c,
                2)));
        check(JCudaDriver.cuGraphLaunch(exec, stream));
        check(JCudaDriver.cuStreamSynchronize(stream));
        check(JCublas2.cublasDestroy(handle));
        check(JCudaDriver.cuGraphExecDestroy(exec));

        assertThat(cuda.floats(c, 4)).containsExactly(11, 14, 4, 6);
    }
}
