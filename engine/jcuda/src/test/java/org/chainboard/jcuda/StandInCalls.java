package org.chainboard.jcuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import jcuda.Pointer;
import jcuda.Sizeof;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** Short forms of JCuda's calls for tests of the driver below it: a context with the kernels of {@code standin.cu}. */
final class StandInCalls implements AutoCloseable {
    /** A call answered with an error. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(int code) {
            super("CUDA error " + code);
        }
    }

    private static final int FIRST = 0;

    final CUmodule module = new CUmodule();
    private final CUdevice device = new CUdevice();
    private final Deque<CUdeviceptr> arrays = new ArrayDeque<>();

    StandInCalls() {
        check(JCudaDriver.cuInit(0));
        check(JCudaDriver.cuDeviceGet(device, FIRST));
        CUcontext context = new CUcontext();
        check(JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        check(JCudaDriver.cuCtxSetCurrent(context));
        check(load(module, text("standin.ptx")));
    }

    static void check(int code) {
        if (code != 0) {
            throw new Failed(code);
        }
    }

    static String text(String resource) {
        try (InputStream stream = StandInCalls.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code that loading a module answers. */
    static int load(CUmodule module, String ptx) {
        return JCudaDriver.cuModuleLoadData(module, (ptx + "\0").getBytes(StandardCharsets.UTF_8));
    }

    CUfunction kernel(String name) {
        CUfunction function = new CUfunction();
        check(JCudaDriver.cuModuleGetFunction(function, module, name));
        return function;
    }

    CUdeviceptr array(long bytes) {
        CUdeviceptr array = new CUdeviceptr();
        check(JCudaDriver.cuMemAlloc(array, bytes));
        arrays.push(array);
        return array;
    }

    void free(CUdeviceptr array) {
        arrays.remove(array);
        check(JCudaDriver.cuMemFree(array));
    }

    CUdeviceptr floats(float... values) {
        return filled(Pointer.to(values), (long) values.length * Sizeof.FLOAT);
    }

    CUdeviceptr doubles(double... values) {
        return filled(Pointer.to(values), (long) values.length * Sizeof.DOUBLE);
    }

    CUdeviceptr ints(int... values) {
        return filled(Pointer.to(values), (long) values.length * Sizeof.INT);
    }

    CUdeviceptr longs(long... values) {
        return filled(Pointer.to(values), (long) values.length * Sizeof.LONG);
    }

    private CUdeviceptr filled(Pointer from, long bytes) {
        CUdeviceptr array = array(bytes);
        check(JCudaDriver.cuMemcpyHtoD(array, from, bytes));
        return array;
    }

    float[] floats(CUdeviceptr from, int count) {
        float[] values = new float[count];
        check(JCudaDriver.cuMemcpyDtoH(Pointer.to(values), from, (long) count * Sizeof.FLOAT));
        return values;
    }

    double[] doubles(CUdeviceptr from, int count) {
        double[] values = new double[count];
        check(JCudaDriver.cuMemcpyDtoH(Pointer.to(values), from, (long) count * Sizeof.DOUBLE));
        return values;
    }

    int[] ints(CUdeviceptr from, int count) {
        int[] values = new int[count];
        check(JCudaDriver.cuMemcpyDtoH(Pointer.to(values), from, (long) count * Sizeof.INT));
        return values;
    }

    long[] longs(CUdeviceptr from, int count) {
        long[] values = new long[count];
        check(JCudaDriver.cuMemcpyDtoH(Pointer.to(values), from, (long) count * Sizeof.LONG));
        return values;
    }

    /** The code that a launch answers; arguments are arrays, ints and floats. */
    int launch(String kernel, int blocks, int threads, int shared, CUstream stream, Object... arguments) {
        Pointer[] places = new Pointer[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            places[i] = arguments[i] instanceof CUdeviceptr array
                    ? Pointer.to(array)
                    : Pointer.to(new int[] {(Integer) arguments[i]});
        }
        return JCudaDriver.cuLaunchKernel(
                kernel(kernel), blocks, 1, 1, threads, 1, 1, shared, stream, Pointer.to(places), null);
    }

    /** Launches on the first stream and waits; the code is that of the wait. */
    int run(String kernel, int blocks, int threads, int shared, Object... arguments) {
        int code = launch(kernel, blocks, threads, shared, null, arguments);
        return code != 0 ? code : JCudaDriver.cuCtxSynchronize();
    }

    /** Frees all; a lost context goes with its last user. */
    @Override
    public void close() {
        for (CUdeviceptr array : arrays) {
            JCudaDriver.cuMemFree(array);
        }
        JCudaDriver.cuModuleUnload(module);
        JCudaDriver.cuDevicePrimaryCtxRelease(device);
    }
}
