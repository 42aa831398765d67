package org.chainboard.architecture.planted.tensor;

import java.util.ServiceLoader;
import org.chainboard.architecture.planted.graph.Above;

/** Uses a package above its own, and looks for services where it must not. */
public record UsesAbove(Above above, ServiceLoader<Runnable> services) {}
