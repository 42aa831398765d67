package org.chainboard.jcuda;

import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;

/** A stretch of the card's memory. */
final class DeviceMemory implements AutoCloseable {
    private final Cuda cuda;
    private final Place place;
    private final long size;
    private boolean closed;

    /** JCuda shows the address to subclasses only. */
    private static final class Place extends CUdeviceptr {
        Place(CUdeviceptr pointer) {
            super(pointer);
        }

        long address() {
            return getNativePointer() + getByteOffset();
        }
    }

    /** To be had from {@link Cuda#memory}, which counts. */
    DeviceMemory(Cuda cuda, long size) {
        CUdeviceptr pointer = new CUdeviceptr();
        cuda.check(JCudaDriver.cuMemAlloc(pointer, size));
        this.cuda = cuda;
        this.place = new Place(pointer);
        this.size = size;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** For the argument table of a launch. */
    long address() {
        return place.address();
    }

    /** The place {@code offset} bytes on. */
    CUdeviceptr at(long offset) {
        return place.withByteOffset(offset);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            // after a lost context this fails, and there is nothing left to free
            JCudaDriver.cuMemFree(place);
            cuda.freed(this);
        }
    }
}
