package org.chainboard.engine.backend.reference;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;

/** Runs a plan op by op with the loops that define the ops; other backends are checked against it. */
public final class ReferenceBackend implements Backend {
    @Override
    public String name() {
        return Backends.REFERENCE;
    }

    @Override
    public Executable bind(List<Plan> plans) {
        return new ReferenceExecutable(plans);
    }
}
