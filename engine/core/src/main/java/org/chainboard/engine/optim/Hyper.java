package org.chainboard.engine.optim;

/**
 * A number that steers an optimiser. It is an input of the compiled step, so it can change while training runs.
 *
 * @param name as in Optimisers.jl, such as {@code eta}, the step size
 * @param usual the default of Optimisers.jl 0.4
 */
public record Hyper(String name, double usual) {}
