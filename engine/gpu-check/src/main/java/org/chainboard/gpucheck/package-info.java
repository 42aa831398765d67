/**
 * Holds the JCuda backend against the processor on a machine with a graphics card, and measures it there: {@link
 * org.chainboard.gpucheck.Main} runs each {@link org.chainboard.gpucheck.Part} in a process of its own and makes one report
 * of what they wrote down.
 *
 * <p>Uses the engine, {@code jcuda} and the workloads. docs/testing.md says how it is used.
 */
package org.chainboard.gpucheck;
