package org.chainboard.jcuda;

import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/**
 * One card in use: its primary context, which cuBLAS shares, and one stream on which everything happens in order. Counts
 * what was taken of the card's memory. For one thread at a time, which calls {@link #enter} first.
 */
final class Cuda implements AutoCloseable {
    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final int processors;
    private long bytes;
    private long pinned;
    private boolean lost;
    private boolean closed;

    /**
     * Takes a card into use.
     *
     * @throws DriverFailure where it cannot be used
     */
    Cuda(int number) {
        check(JCudaDriver.cuDeviceGet(device, number));
        check(JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        try {
            enter();
            // does not wait for the stream that programs beside ours may use
            check(JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING));
            int[] count = new int[1];
            check(JCudaDriver.cuDeviceGetAttribute(
                    count, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device));
            this.processors = Math.max(1, count[0]);
        } catch (DriverFailure e) {
            JCudaDriver.cuDevicePrimaryCtxRelease(device);
            throw e;
        }
    }

    /** Makes the context that of the calling thread. */
    void enter() {
        check(JCudaDriver.cuCtxSetCurrent(context));
    }

    /** The same where it does not matter if it fails, as it does once the context is lost. */
    void enterToClose() {
        JCudaDriver.cuCtxSetCurrent(context);
    }

    /** @throws DriverFailure unless the call that gave {@code code} went well */
    void check(int code) {
        if (code != 0) {
            DriverFailure failure = new DriverFailure(code, described(code));
            lost |= failure.lasts();
            throw failure;
        }
    }

    private static String described(int code) {
        String[] name = new String[1];
        boolean known = JCudaDriver.cuGetErrorName(code, name) == 0 && name[0] != null;
        return "CUDA error " + code + (known ? ", " + name[0] : "");
    }

    /** Whether the card answers nothing more. */
    boolean isLost() {
        return lost;
    }

    CUstream stream() {
        return stream;
    }

    /** Waits until all that was asked for is done. */
    void finish() {
        check(JCudaDriver.cuStreamSynchronize(stream));
    }

    /** Multiprocessors of the card. */
    int processors() {
        return processors;
    }

    /** Memory on the card, not cleared. */
    DeviceMemory memory(long size) {
        DeviceMemory taken = new DeviceMemory(this, size);
        bytes += size;
        return taken;
    }

    /** Memory of this computer that the card reaches by itself. */
    HostMemory pinned(long size) {
        HostMemory taken = new HostMemory(this, size);
        pinned += size;
        return taken;
    }

    void freed(DeviceMemory memory) {
        bytes -= memory.size();
    }

    void freed(HostMemory memory) {
        pinned -= memory.size();
    }

    /** Bytes taken of the card's memory and of pinned memory, and not given back. */
    long bytes() {
        return bytes + pinned;
    }

    /** Gives the card back; a context that is lost is forgotten without asking. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JCudaDriver.cuStreamDestroy(stream);
            JCudaDriver.cuDevicePrimaryCtxRelease(device);
        }
    }
}
