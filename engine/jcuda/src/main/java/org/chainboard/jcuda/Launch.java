package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.JCudaDriver;

/** A kernel ready to be started with always the same arguments. */
final class Launch implements Start {
    private final Cuda cuda;
    private final CUfunction function;
    private final Grid grid;
    private final int threads;
    private final int shared;
    private final Pointer arguments;

    /**
     * @param bases where the arrays that there are once begin
     * @param tables where the tables begin
     */
    Launch(
            Cuda cuda,
            KernelSet kernels,
            Step.Call call,
            Map<Argument.Base, Long> bases,
            long tables,
            ArgumentMemory memory) {
        this.cuda = cuda;
        this.function = kernels.function(call.kernel());
        this.grid = call.grid();
        this.threads = call.kernel().threads();
        this.shared = grid.slots() * threads * kernels.width();
        List<Number> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            values.add(value(argument, bases, tables));
        }
        this.arguments = memory.add(kernels.signature(call.kernel()), values);
    }

    private static Number value(Argument argument, Map<Argument.Base, Long> bases, long tables) {
        if (argument instanceof Argument.Base base) {
            return bases.get(base);
        } else if (argument instanceof Argument.Table table) {
            return tables + (long) Integer.BYTES * table.offset();
        } else if (argument instanceof Argument.Whole whole) {
            return whole.value();
        }
        return ((Argument.Key) argument).value();
    }

    @Override
    public void start() {
        cuda.check(JCudaDriver.cuLaunchKernel(
                function, grid.x(), grid.y(), grid.z(), threads, 1, 1, shared, cuda.stream(), arguments, null));
    }
}
