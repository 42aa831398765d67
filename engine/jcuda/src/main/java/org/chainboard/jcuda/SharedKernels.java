package org.chainboard.jcuda;

import java.util.EnumMap;
import java.util.Map;
import org.chainboard.engine.tensor.DType;

/**
 * The kernels as those who use them at the same time share them, since the driver takes its time to load them. Whoever is
 * the last to need them unloads them.
 */
final class SharedKernels {
    private final Map<DType, Loaded> loaded = new EnumMap<>(DType.class);
    private Ptx ptx;

    /** Kernels in use, with a hold on the context that they belong to. */
    private static final class Loaded {
        private final Cuda cuda;
        private final KernelSet kernels;
        private int users;

        Loaded(Cuda cuda, KernelSet kernels) {
            this.cuda = cuda;
            this.kernels = kernels;
        }
    }

    /**
     * The kernels for numbers of a type on a card; to be given back.
     *
     * @throws DriverFailure where the driver does not take them
     */
    synchronized KernelSet take(int device, DType dtype) {
        Loaded known = loaded.get(dtype);
        if (known == null) {
            known = load(device, dtype);
            loaded.put(dtype, known);
        }
        known.users++;
        return known.kernels;
    }

    private Loaded load(int device, DType dtype) {
        if (ptx == null) {
            ptx = Ptx.shipped();
        }
        Cuda cuda = new Cuda(device);
        try {
            return new Loaded(cuda, new KernelSet(cuda, ptx, dtype));
        } catch (DriverFailure | IllegalStateException e) {
            cuda.close();
            throw e;
        }
    }

    synchronized void giveBack(DType dtype) {
        Loaded known = loaded.get(dtype);
        if (--known.users == 0) {
            loaded.remove(dtype);
            known.cuda.enterToClose();
            known.kernels.close();
            known.cuda.close();
        }
    }
}
