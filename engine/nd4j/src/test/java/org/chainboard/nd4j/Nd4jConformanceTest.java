package org.chainboard.nd4j;

import org.chainboard.engine.conformance.BackendConformance;

/** Every op on ND4J, and on the other backends that are there. */
class Nd4jConformanceTest extends BackendConformance {}
