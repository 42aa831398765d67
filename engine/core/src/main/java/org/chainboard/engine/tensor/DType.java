package org.chainboard.engine.tensor;

/** The two number types: IEEE 754 single and double precision. There is no mixing without a cast. */
public enum DType {
    /** 32-bit floats, the default of layers and of the window. */
    F32("float32", 4),
    /** 64-bit floats, the default of {@code gradient(double...)}. */
    F64("float64", 8);

    private final String label;
    private final int bytes;

    DType(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** The number nearest to {@code value} that this type can hold, as a double. */
    public double round(double value) {
        return this == F32 ? (float) value : value;
    }

    /** {@code float32} or {@code float64}. */
    @Override
    public String toString() {
        return label;
    }
}
