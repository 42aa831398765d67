package org.chainboard.nd4j;

import org.chainboard.engine.conformance.MovingModelTest;

/** A model moves to ND4J and back. */
class Nd4jMovingModelTest extends MovingModelTest {}
