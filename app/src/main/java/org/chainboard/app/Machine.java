package org.chainboard.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chainboard.engine.backend.Accelerator;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;

/**
 * What the computer has to train with.
 *
 * @param accelerators what can look for hardware beside the processor; asked for on a thread that may wait
 * @param backends finds what computes by its name
 */
record Machine(Supplier<List<Accelerator>> accelerators, Function<String, Backend> backends) {

    /** This one. */
    static Machine here() {
        return new Machine(Backends::accelerators, Backends::named);
    }
}
