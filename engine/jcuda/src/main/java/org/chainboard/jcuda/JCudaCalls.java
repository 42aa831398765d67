package org.chainboard.jcuda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;
import org.chainboard.engine.tensor.DType;

/** The real driver, through JCuda. */
final class JCudaCalls implements Driver {
    private static final int LONGEST_NAME = 256;
    private static final int WARP = 32;

    private final CublasLibrary cublas;

    private JCudaCalls(CublasLibrary cublas) {
        this.cublas = cublas;
    }

    static Driver load(Path folder) {
        // the first use of the class loads the library
        NativeFolder.during(folder, () -> JCudaDriver.setExceptionsEnabled(false));
        Platform platform = Platform.here();
        return new JCudaCalls(
                new CublasLibrary(CublasFiles.here(platform), new NativeFiles(folder), platform.library("JCublas2")));
    }

    private static void check(int code) {
        if (code != 0) {
            throw new DriverFailure(code);
        }
    }

    @Override
    public void start() {
        check(JCudaDriver.cuInit(0));
    }

    @Override
    public int version() {
        int[] version = new int[1];
        check(JCudaDriver.cuDriverGetVersion(version));
        return version[0];
    }

    @Override
    public int devices() {
        int[] count = new int[1];
        check(JCudaDriver.cuDeviceGetCount(count));
        return count[0];
    }

    private static CUdevice device(int number) {
        CUdevice device = new CUdevice();
        check(JCudaDriver.cuDeviceGet(device, number));
        return device;
    }

    private static int attribute(CUdevice device, int which) {
        int[] value = new int[1];
        check(JCudaDriver.cuDeviceGetAttribute(value, which, device));
        return value[0];
    }

    @Override
    public int capability(int number) {
        CUdevice device = device(number);
        int major = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        return 10 * major + attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
    }

    @Override
    public String name(int number) {
        byte[] letters = new byte[LONGEST_NAME];
        check(JCudaDriver.cuDeviceGetName(letters, letters.length, device(number)));
        String padded = new String(letters, StandardCharsets.UTF_8);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }

    @Override
    public int[] compute(int number) {
        try (Cuda cuda = new Cuda(number);
                KernelSet kernels = new KernelSet(cuda, Ptx.shipped(), DType.F32);
                Transfers transfers = new Transfers(cuda);
                DeviceMemory out = cuda.memory(WARP * Integer.BYTES);
                ArgumentMemory arguments = new ArgumentMemory(cuda, 1)) {
            Step.Call probe = new Step.Call(Kernel.PROBE, Grid.each(1), List.of(Argument.Base.NUMBERS));
            new Launch(cuda, kernels, probe, Map.of(Argument.Base.NUMBERS, out.address()), 0, arguments).start();
            return transfers.readWhole(out, WARP);
        }
    }

    @Override
    public boolean multiplies() {
        return cublas.load();
    }

    @Override
    public boolean multipliesOn(int number) {
        if (!multiplies()) {
            return false;
        }
        try (Cuda cuda = new Cuda(number)) {
            Optional<Gemm> gemm = Gemm.on(cuda, DType.F32);
            gemm.ifPresent(Gemm::close);
            return gemm.isPresent();
        }
    }
}
