package org.chainboard.jcuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import jcuda.driver.JCudaDriver;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Numbers to and from the card, by way of pinned memory, which the card reaches by itself. What is written is on its way
 * when the call returns, and there before anything that is started later: what is read comes into the same memory after
 * it has gone out.
 */
final class Transfers implements AutoCloseable {
    private static final int ROOM = 1 << 20;

    private final Cuda cuda;
    private final HostMemory staging;
    private final ByteBuffer bytes;
    /** Up to here the staging memory is still being read by the card. */
    private int used;

    Transfers(Cuda cuda) {
        this.cuda = cuda;
        this.staging = cuda.pinned(ROOM);
        this.bytes = staging.bytes();
    }

    /** Writes {@code tensor} as numbers of {@code dtype} from number {@code place} on. */
    void write(DeviceMemory to, long place, Tensor tensor, DType dtype) {
        if (dtype == DType.F32) {
            float[] numbers = new float[tensor.size()];
            tensor.copyTo(numbers, 0);
            send(
                    to,
                    place * Float.BYTES,
                    numbers.length,
                    Float.BYTES,
                    (target, from, count) -> target.asFloatBuffer().put(numbers, from, count));
        } else {
            double[] numbers = new double[tensor.size()];
            tensor.copyTo(numbers, 0);
            send(
                    to,
                    place * Double.BYTES,
                    numbers.length,
                    Double.BYTES,
                    (target, from, count) -> target.asDoubleBuffer().put(numbers, from, count));
        }
    }

    /** Writes a table. */
    void write(DeviceMemory to, int[] table) {
        send(
                to,
                0,
                table.length,
                Integer.BYTES,
                (target, from, count) -> target.asIntBuffer().put(table, from, count));
    }

    /** Reads arrays of numbers of {@code dtype}; waits for all that was started before, and once for those that are small. */
    List<Tensor> read(DeviceMemory from, List<Watched.Span> spans, DType dtype) {
        List<Tensor> read = new ArrayList<>();
        List<Watched.Span> together = new ArrayList<>();
        int room = ROOM;
        for (Watched.Span span : spans) {
            int size = bytes(span, dtype);
            if (size > room) {
                read.addAll(together(from, together, dtype));
                together.clear();
                room = ROOM;
            }
            if (size > ROOM) {
                read.add(inParts(from, span, dtype));
            } else {
                together.add(span);
                room -= size;
            }
        }
        read.addAll(together(from, together, dtype));
        return read;
    }

    /** Rounded up, so that what lies next to it in the staging memory may have any width. */
    private static int bytes(Watched.Span span, DType dtype) {
        return (int) Math.min(Integer.MAX_VALUE, rounded((long) span.shape().size() * dtype.bytes()));
    }

    private static long rounded(long size) {
        return (size + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    private List<Tensor> together(DeviceMemory from, List<Watched.Span> spans, DType dtype) {
        int at = 0;
        for (Watched.Span span : spans) {
            long size = (long) span.shape().size() * dtype.bytes();
            cuda.check(JCudaDriver.cuMemcpyDtoHAsync(
                    staging.at(at), from.at((long) span.place() * dtype.bytes()), size, cuda.stream()));
            at += bytes(span, dtype);
        }
        settled();
        List<Tensor> tensors = new ArrayList<>();
        at = 0;
        for (Watched.Span span : spans) {
            double[] numbers = new double[dtype == DType.F64 ? span.shape().size() : 0];
            float[] floats = new float[dtype == DType.F32 ? span.shape().size() : 0];
            ByteBuffer slice = slice(at, bytes(span, dtype));
            slice.asDoubleBuffer().get(numbers);
            slice.asFloatBuffer().get(floats);
            tensors.add(tensor(span.shape(), dtype, floats, numbers));
            at += bytes(span, dtype);
        }
        return tensors;
    }

    private static Tensor tensor(Shape shape, DType dtype, float[] floats, double[] doubles) {
        return dtype == DType.F32 ? Tensor.of(shape, floats) : Tensor.of(shape, DType.F64, doubles);
    }

    private Tensor inParts(DeviceMemory from, Watched.Span span, DType dtype) {
        int size = span.shape().size();
        double[] doubles = new double[dtype == DType.F64 ? size : 0];
        float[] floats = new float[dtype == DType.F32 ? size : 0];
        Move get = dtype == DType.F64
                ? (source, to, count) -> source.asDoubleBuffer().get(doubles, to, count)
                : (source, to, count) -> source.asFloatBuffer().get(floats, to, count);
        fetch(from, (long) span.place() * dtype.bytes(), size, dtype.bytes(), get);
        return tensor(span.shape(), dtype, floats, doubles);
    }

    /** The whole numbers that the card has left in {@code from}. */
    int[] readWhole(DeviceMemory from, int count) {
        int[] numbers = new int[count];
        fetch(
                from,
                0,
                count,
                Integer.BYTES,
                (source, to, some) -> source.asIntBuffer().get(numbers, to, some));
        return numbers;
    }

    /** Moves {@code count} numbers between an array, from {@code first} on, and the beginning of a buffer. */
    @FunctionalInterface
    private interface Move {
        void between(ByteBuffer buffer, int first, int count);
    }

    private ByteBuffer slice(int at, int length) {
        return bytes.slice(at, length).order(ByteOrder.nativeOrder());
    }

    private void send(DeviceMemory to, long offset, int size, int width, Move put) {
        for (int done = 0; done < size; ) {
            if (ROOM - used < Math.min((size - done) * (long) width, ROOM)) {
                settled();
            }
            int count = Math.min(size - done, (ROOM - used) / width);
            put.between(slice(used, count * width), done, count);
            cuda.check(JCudaDriver.cuMemcpyHtoDAsync(
                    to.at(offset + (long) done * width), staging.at(used), (long) count * width, cuda.stream()));
            // the next numbers may be wider
            used += (int) rounded((long) count * width);
            done += count;
        }
    }

    private void fetch(DeviceMemory from, long offset, int size, int width, Move get) {
        for (int done = 0; done < size; ) {
            int count = Math.min(size - done, ROOM / width);
            cuda.check(JCudaDriver.cuMemcpyDtoHAsync(
                    staging.at(0), from.at(offset + (long) done * width), (long) count * width, cuda.stream()));
            settled();
            get.between(slice(0, count * width), done, count);
            done += count;
        }
    }

    /** Waits for the card, after which all that was written has arrived. */
    void settled() {
        cuda.finish();
        used = 0;
    }

    @Override
    public void close() {
        staging.close();
    }
}
