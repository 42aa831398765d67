package org.chainboard.jcuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** A stretch of this computer's memory that stays where it is, so that the card can copy from and to it by itself. */
final class HostMemory implements AutoCloseable {
    private final Cuda cuda;
    private final Place place;
    private final long size;
    private final ByteBuffer bytes;
    private boolean closed;

    /** JCuda shows the address to subclasses only. */
    private static final class Place extends Pointer {
        Place(Pointer pointer) {
            super(pointer);
        }

        long address() {
            return getNativePointer() + getByteOffset();
        }
    }

    /** To be had from {@link Cuda#pinned}, which counts. */
    HostMemory(Cuda cuda, long size) {
        Pointer pointer = new Pointer();
        cuda.check(JCudaDriver.cuMemAllocHost(pointer, size));
        this.cuda = cuda;
        this.place = new Place(pointer);
        this.size = size;
        this.bytes = pointer.getByteBuffer(0, size).order(ByteOrder.nativeOrder());
    }

    /** In bytes. */
    long size() {
        return size;
    }

    long address() {
        return place.address();
    }

    /** The place {@code offset} bytes on. */
    Pointer at(long offset) {
        return place.withByteOffset(offset);
    }

    /** What lies there, to be read and written; not after {@link #close}. */
    ByteBuffer bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JCudaDriver.cuMemFreeHost(place);
            cuda.freed(this);
        }
    }
}
