package org.chainboard.jcuda;

import java.nio.ByteBuffer;
import java.util.List;
import jcuda.Pointer;

/**
 * What kernels are given, written once: the values, and for each launch a table of where they are. JCuda passes the table
 * on as it is, which takes a tenth of the time that it takes to make one for every launch.
 */
final class ArgumentMemory implements AutoCloseable {
    /** A value, and where it is. */
    private static final int EACH = 2 * Long.BYTES;

    private final HostMemory memory;
    private int end;

    /** Room for {@code count} arguments. */
    ArgumentMemory(Cuda cuda, int count) {
        this.memory = cuda.pinned((long) EACH * Math.max(1, count));
    }

    /**
     * The table for a kernel.
     *
     * @param values whole numbers, addresses included
     * @throws IllegalArgumentException when the kernel takes others; the driver would read beyond them
     */
    Pointer add(Signature signature, List<Number> values) {
        List<Signature.Type> types = signature.parameters();
        if (types.size() != values.size()) {
            throw new IllegalArgumentException(signature + " is not given " + values.size() + " arguments");
        }
        int table = end;
        int at = table + types.size() * Long.BYTES;
        ByteBuffer bytes = memory.bytes();
        for (int i = 0; i < types.size(); i++) {
            bytes.putLong(table + i * Long.BYTES, memory.address() + at);
            if (types.get(i) == Signature.Type.LONG && values.get(i) instanceof Long number) {
                bytes.putLong(at, number);
            } else if (types.get(i) == Signature.Type.INT && values.get(i) instanceof Integer number) {
                bytes.putInt(at, number);
            } else {
                throw new IllegalArgumentException(signature + " is given " + values.get(i) + " at " + i);
            }
            at += Long.BYTES;
        }
        end = at;
        return memory.at(table);
    }

    @Override
    public void close() {
        memory.close();
    }
}
