package org.chainboard.jcuda;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.conformance.BackendConformance;

/** Every op, as the steps into which plans are turned say it. */
class StepsConformanceTest extends BackendConformance {
    @Override
    protected List<Backend> backends() {
        return List.of(new PlainBackend(Products.builtIn(16)));
    }
}
