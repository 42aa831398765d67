package org.chainboard.jcuda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;
import org.chainboard.engine.tensor.DType;

/** Starts single kernels of the PTX that is shipped, in the plainest way; for their tests. */
final class BareCard implements AutoCloseable {
    private final CUdevice device = new CUdevice();
    private final CUmodule module = new CUmodule();
    private final List<CUdeviceptr> memory = new ArrayList<>();

    /** How many blocks, and how many bytes of shared memory each has. */
    record Grid(int x, int y, int z, int shared) {
        static Grid of(int x) {
            return new Grid(x, 1, 1, 0);
        }

        static Grid of(int x, int y) {
            return new Grid(x, y, 1, 0);
        }
    }

    /** Memory of the card. */
    record Array(CUdeviceptr at, DType dtype, int size) {}

    /** Whole numbers on the card. */
    record Table(CUdeviceptr at, int size) {}

    /** The first one there is. */
    BareCard() {
        check("cuInit", JCudaDriver.cuInit(0));
        check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, 0));
        CUcontext context = new CUcontext();
        check("cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
        byte[] text = (Ptx.shipped().text() + '\0').getBytes(StandardCharsets.US_ASCII);
        check("cuModuleLoadData", JCudaDriver.cuModuleLoadData(module, text));
    }

    private static void check(String call, int code) {
        if (code != 0) {
            throw new AssertionError(call + " answers " + code);
        }
    }

    private CUdeviceptr allocate(Pointer from, long bytes) {
        CUdeviceptr at = new CUdeviceptr();
        check("cuMemAlloc", JCudaDriver.cuMemAlloc(at, bytes));
        memory.add(at);
        check("cuMemcpyHtoD", JCudaDriver.cuMemcpyHtoD(at, from, bytes));
        return at;
    }

    /** With these numbers and no place more. */
    Array array(DType dtype, double... numbers) {
        Pointer from = dtype == DType.F64 ? Pointer.to(numbers) : Pointer.to(floats(numbers));
        return new Array(allocate(from, (long) numbers.length * dtype.bytes()), dtype, numbers.length);
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    Table table(int... numbers) {
        return new Table(allocate(Pointer.to(numbers), (long) numbers.length * Integer.BYTES), numbers.length);
    }

    /** What is there now. */
    double[] read(Array array) {
        double[] numbers = new double[array.size()];
        if (array.dtype() == DType.F64) {
            check("cuMemcpyDtoH", JCudaDriver.cuMemcpyDtoH(Pointer.to(numbers), array.at(), 8L * numbers.length));
            return numbers;
        }
        float[] floats = new float[numbers.length];
        check("cuMemcpyDtoH", JCudaDriver.cuMemcpyDtoH(Pointer.to(floats), array.at(), 4L * numbers.length));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = floats[i];
        }
        return numbers;
    }

    int[] read(Table table) {
        int[] numbers = new int[table.size()];
        check("cuMemcpyDtoH", JCudaDriver.cuMemcpyDtoH(Pointer.to(numbers), table.at(), 4L * numbers.length));
        return numbers;
    }

    /** Starts a kernel on numbers of a type; arguments are arrays, tables and whole numbers. */
    void start(Kernel kernel, DType dtype, Grid grid, Object... arguments) {
        Signature signature = kernel.signature(dtype);
        if (arguments.length != signature.parameters().size()) {
            throw new IllegalArgumentException(signature + " with " + arguments.length + " arguments");
        }
        NativePointerObject[] pointers = new NativePointerObject[arguments.length];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = pointer(arguments[i], signature.parameters().get(i));
        }
        CUfunction function = new CUfunction();
        check(signature.name(), JCudaDriver.cuModuleGetFunction(function, module, signature.name()));
        check(
                signature.name(),
                JCudaDriver.cuLaunchKernel(
                        function,
                        grid.x(),
                        grid.y(),
                        grid.z(),
                        kernel.threads(),
                        1,
                        1,
                        grid.shared(),
                        null,
                        Pointer.to(pointers),
                        null));
        check(signature.name(), JCudaDriver.cuCtxSynchronize());
    }

    private static Pointer pointer(Object argument, Signature.Type type) {
        if (argument instanceof Integer number && type == Signature.Type.INT) {
            return Pointer.to(new int[] {number});
        } else if (argument instanceof Long number && type == Signature.Type.LONG) {
            return Pointer.to(new long[] {number});
        } else if (argument instanceof Array array && type == Signature.Type.LONG) {
            return Pointer.to(array.at());
        } else if (argument instanceof Table table && type == Signature.Type.LONG) {
            return Pointer.to(table.at());
        }
        throw new IllegalArgumentException(argument + " for " + type);
    }

    /** Numbers in, the kernel's work on them out; {@code m} is the kernel's first argument. */
    double[] run(Kernel kernel, DType dtype, Grid grid, double[] m, Object... others) {
        Array array = array(dtype, m);
        Object[] arguments = new Object[others.length + 1];
        arguments[0] = array;
        System.arraycopy(others, 0, arguments, 1, others.length);
        start(kernel, dtype, grid, arguments);
        return read(array);
    }

    @Override
    public void close() {
        memory.forEach(JCudaDriver::cuMemFree);
        JCudaDriver.cuModuleUnload(module);
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
    }
}
