package org.chainboard.jcuda;

import java.util.List;

/**
 * One plan on the card. The first run starts its kernels one by one, after which cuBLAS has loaded what it needs; then
 * they are recorded once, and every later run is one call.
 */
final class GpuProgram implements AutoCloseable {
    private final GpuPlan plan;
    private final List<Start> starts;
    private final Ring ring;
    private final boolean records;
    private StepRecording recording;
    private boolean hasRun;

    /** @param records whether a graph is recorded; else every run starts the kernels one by one */
    GpuProgram(GpuPlan plan, List<Start> starts, Ring ring, boolean records) {
        this.plan = plan;
        this.starts = starts;
        this.ring = ring;
        this.records = records;
    }

    GpuPlan plan() {
        return plan;
    }

    /** Whether there are results. */
    boolean hasRun() {
        return hasRun;
    }

    /** Runs {@code times} times; what each run reports becomes a row of {@code report}. */
    void run(int times, double[] report) {
        for (int done = 0; done < times; ) {
            int count = Math.min(times - done, Ring.ROWS);
            ring.begin();
            for (int i = 0; i < count; i++) {
                once();
            }
            ring.end(count, plan.scalars(), report, done * plan.scalars());
            done += count;
        }
    }

    private void once() {
        if (!hasRun || !records) {
            starts.forEach(Start::start);
            hasRun = true;
            return;
        }
        if (recording == null) {
            recording = new StepRecording(ring.cuda(), starts);
        }
        recording.start();
    }

    @Override
    public void close() {
        if (recording != null) {
            recording.close();
        }
    }
}
