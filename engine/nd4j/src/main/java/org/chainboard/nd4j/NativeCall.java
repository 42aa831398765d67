package org.chainboard.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * An operation of ND4J's native library with its arrays laid out once. ND4J's Java side lays them out anew in every call,
 * which costs more than the arithmetic of a small network; called directly, the library allocates nothing here.
 *
 * <p>The layout, some hundred bytes, is native memory that ND4J frees by itself once nothing points to this call.
 */
final class NativeCall implements Call {
    private final NativeOps library = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final String name;
    private final long operation;
    private final OpContext context = Nd4j.getExecutioner().buildContext();
    private final OpaqueContext pointer;

    /** @param result written by the operation; the other arrays are its inputs in order */
    NativeCall(String name, INDArray result, INDArray... inputs) {
        this.name = name;
        this.operation = DynamicCustomOp.builder(name).build().opHash();
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        context.setOutputArray(0, result);
        this.pointer = (OpaqueContext) context.contextPointer();
    }

    /** Gives the operation its whole numbers, such as axes. */
    NativeCall integers(long... numbers) {
        context.setIArguments(numbers);
        return this;
    }

    /** Gives the operation its real numbers. */
    NativeCall reals(double... numbers) {
        context.setTArguments(numbers);
        return this;
    }

    /** Gives the operation its switches. */
    NativeCall switches(boolean... values) {
        context.setBArguments(values);
        return this;
    }

    @Override
    public void run() {
        if (library.execCustomOp2(null, operation, pointer) != 0) {
            throw new IllegalStateException("ND4J refused " + name + ": " + library.lastErrorMessage());
        }
    }
}
