package org.chainboard.jcuda;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.conformance.BackendConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Every op by the kernels that are shipped, with both ways to multiply matrices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JCudaConformanceOnStandInTest extends BackendConformance {
    private final List<Backend> backends = List.of(new JCudaBackend(false, true), new JCudaBackend(true, true));
    private List<HeldKernels> held;

    @BeforeAll
    void load() {
        System.setProperty(CublasFiles.SETTING, StandIn.start().folder().toString());
        held = backends.stream().map(HeldKernels::new).toList();
    }

    @AfterAll
    void giveBack() {
        if (held != null) {
            held.forEach(HeldKernels::close);
        }
        System.clearProperty(CublasFiles.SETTING);
    }

    @Override
    protected List<Backend> backends() {
        return backends;
    }
}
