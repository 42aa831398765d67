package org.chainboard.jcuda;

import java.util.EnumMap;
import java.util.Map;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;
import org.chainboard.engine.tensor.DType;

/** The kernels for one number type, loaded into a context: the driver makes machine code of the PTX. */
final class KernelSet implements AutoCloseable {
    private final CUmodule module = new CUmodule();
    private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);
    private final DType dtype;

    /** @throws DriverFailure where the driver does not take them */
    KernelSet(Cuda cuda, Ptx ptx, DType dtype) {
        this.dtype = dtype;
        cuda.check(JCudaDriver.cuModuleLoadData(module, ptx.text()));
        try {
            Map<String, Signature> known = ptx.signatures();
            for (Kernel kernel : Kernel.values()) {
                Signature signature = kernel.signature(dtype);
                if (!signature.equals(known.get(signature.name()))) {
                    throw new IllegalStateException(signature + " is not in the PTX");
                }
                CUfunction function = new CUfunction();
                cuda.check(JCudaDriver.cuModuleGetFunction(function, module, signature.name()));
                functions.put(kernel, function);
            }
        } catch (DriverFailure | IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** What {@code kernel} takes. */
    Signature signature(Kernel kernel) {
        return kernel.signature(dtype);
    }

    /** Bytes of a number. */
    int width() {
        return dtype.bytes();
    }

    CUfunction function(Kernel kernel) {
        return functions.get(kernel);
    }

    @Override
    public void close() {
        JCudaDriver.cuModuleUnload(module);
    }
}
