package org.chainboard.jcuda;

import java.util.List;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.JCudaDriver;

/** A list of work recorded as a CUDA graph: starting all of it takes one call. */
final class StepRecording implements Start, AutoCloseable {
    private final Cuda cuda;
    private final CUgraph graph = new CUgraph();
    private final CUgraphExec recorded = new CUgraphExec();

    /** Records {@code work}, which is not carried out by that. */
    StepRecording(Cuda cuda, List<Start> work) {
        this.cuda = cuda;
        capture(work);
        try {
            cuda.check(JCudaDriver.cuGraphInstantiate(recorded, graph, 0));
        } catch (DriverFailure e) {
            JCudaDriver.cuGraphDestroy(graph);
            throw e;
        }
    }

    private void capture(List<Start> work) {
        cuda.check(JCudaDriver.cuStreamBeginCapture(
                cuda.stream(), CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL));
        try {
            work.forEach(Start::start);
        } catch (DriverFailure e) {
            // the stream is of no use before its capture has ended
            JCudaDriver.cuStreamEndCapture(cuda.stream(), new CUgraph());
            throw e;
        }
        cuda.check(JCudaDriver.cuStreamEndCapture(cuda.stream(), graph));
    }

    @Override
    public void start() {
        cuda.check(JCudaDriver.cuGraphLaunch(recorded, cuda.stream()));
    }

    @Override
    public void close() {
        JCudaDriver.cuGraphExecDestroy(recorded);
        JCudaDriver.cuGraphDestroy(graph);
    }
}
