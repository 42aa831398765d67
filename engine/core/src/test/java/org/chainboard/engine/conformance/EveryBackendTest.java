package org.chainboard.engine.conformance;

/** All backends that core brings. */
class EveryBackendTest extends BackendConformance {}
