package org.chainboard.nd4j;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A flat piece of ND4J's memory: a buffer of a plan, or a variable. Operations see it through views of any size, so that
 * results of different sizes can use it one after the other.
 */
final class FlatArray implements AutoCloseable {
    private final INDArray whole;
    private final Pointer pointer;
    private final Numbers numbers;
    private final DType dtype;

    FlatArray(int size, DType dtype) {
        DataType type = dtype == DType.F32 ? DataType.FLOAT : DataType.DOUBLE;
        // ND4J's empty arrays have no memory to view, hence the one number at least.
        this.whole = Nd4j.createUninitializedDetached(type, Math.max(1, size));
        this.pointer = whole.data().pointer();
        this.numbers = Numbers.of(whole);
        this.dtype = dtype;
    }

    static FlatArray of(Tensor tensor) {
        FlatArray array = new FlatArray(tensor.size(), tensor.dtype());
        array.write(tensor);
        return array;
    }

    Numbers numbers() {
        return numbers;
    }

    /** The first {@code count} numbers. */
    INDArray row(int count) {
        return view(new long[] {count}, new long[] {1});
    }

    /** The first numbers as a row-major array. */
    INDArray view(long... sizes) {
        return view(sizes, Nd4j.getStrides(sizes, 'c'));
    }

    /** A window on the numbers; a stride of 0 repeats them. */
    INDArray view(long[] sizes, long[] strides) {
        return Nd4j.create(whole.data(), sizes, strides, 0, 'c');
    }

    void copyFrom(FlatArray other, int count) {
        Pointer.memcpy(pointer, other.pointer, (long) count * dtype.bytes());
    }

    /** Copies {@code count} numbers of {@code other} from place {@code from} on to place {@code to} of this. */
    void copyFrom(FlatArray other, long from, long to, int count) {
        for (int i = 0; i < count; i++) {
            numbers.put(to + i, other.numbers.get(from + i));
        }
    }

    void fill(int count, double number) {
        for (int i = 0; i < count; i++) {
            numbers.put(i, number);
        }
    }

    void write(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            numbers.put(i, tensor.get(i));
        }
    }

    Tensor read(Shape shape) {
        double[] values = new double[shape.size()];
        Arrays.setAll(values, numbers::get);
        return Tensor.of(shape, dtype, values);
    }

    @Override
    public void close() {
        whole.close();
    }
}
