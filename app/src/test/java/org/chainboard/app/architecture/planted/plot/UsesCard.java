package org.chainboard.app.architecture.planted.plot;

import jcuda.Pointer;

/** A plot that asks the graphics card itself. */
public record UsesCard(Pointer pointer) {}
