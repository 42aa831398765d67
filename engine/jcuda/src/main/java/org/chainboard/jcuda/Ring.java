package org.chainboard.jcuda;

import java.util.Map;
import jcuda.driver.JCudaDriver;

/** What runs report, row by row on the card, until it is fetched at once. */
final class Ring implements AutoCloseable {
    /** Runs between two fetches at most. */
    static final int ROWS = 256;

    private final Cuda cuda;
    private final DeviceMemory rows;
    private final DeviceMemory next;
    private final HostMemory fetched;
    private final Taken taken = new Taken();

    /** For runs that report {@code most} numbers at most. */
    Ring(Cuda cuda, int most) {
        long size = (long) ROWS * Math.max(1, most) * Double.BYTES;
        this.cuda = cuda;
        try {
            this.rows = taken.with(cuda.memory(size), DeviceMemory::close);
            this.next = taken.with(cuda.memory(Integer.BYTES), DeviceMemory::close);
            this.fetched = taken.with(cuda.pinned(size), HostMemory::close);
        } catch (DriverFailure e) {
            taken.close();
            throw e;
        }
    }

    Cuda cuda() {
        return cuda;
    }

    Map<Argument.Base, Long> addresses() {
        return Map.of(Argument.Base.RING, rows.address(), Argument.Base.ROW, next.address());
    }

    /** The next run writes the first row. */
    void begin() {
        cuda.check(JCudaDriver.cuMemsetD32Async(next.at(0), 0, 1, cuda.stream()));
    }

    /** Waits for {@code count} runs, each with {@code width} numbers, and puts them into {@code report}. */
    void end(int count, int width, double[] report, int offset) {
        if (width > 0) {
            long size = (long) count * width * Double.BYTES;
            cuda.check(JCudaDriver.cuMemcpyDtoHAsync(fetched.at(0), rows.at(0), size, cuda.stream()));
        }
        cuda.finish();
        fetched.bytes().asDoubleBuffer().get(report, offset, count * width);
    }

    @Override
    public void close() {
        taken.close();
    }
}
