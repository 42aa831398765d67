package org.chainboard.engine.expr;

/** Leaves a simplification that would grow too large, or that meets what has no formula; it never leaves the package. */
final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp(String why) {
        super(why, null, false, false);
    }
}
