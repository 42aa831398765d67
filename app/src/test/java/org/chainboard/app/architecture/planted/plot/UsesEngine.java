package org.chainboard.app.architecture.planted.plot;

import org.chainboard.engine.tensor.Tensor;

/** A plot that knows the engine. */
public record UsesEngine(Tensor tensor) {}
