/**
 * A plan made ready for a machine: its ops as few cells, each one piece of work, what is element-wise fused in groups,
 * and a place for everything in one array. What a backend needs to compile a plan, whatever the hardware.
 *
 * <p>Uses {@code backend}, {@code plan}, {@code eval}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.lower.LoweredPlan}.
 */
package org.chainboard.engine.lower;
