/**
 * The GPU: plans on an NVIDIA card with JCuda's driver interface. A plan becomes {@code Piece}s of work, these become
 * {@code Step}s, and a step becomes a {@code Launch} once there is a card.
 *
 * <p>Uses {@code engine.lower}, {@code engine.backend}, {@code engine.plan} and JCuda, whose classes cannot be loaded where
 * there is no driver: what is reached before {@code CardSearch} has found one does without them. Start reading at {@link
 * org.chainboard.jcuda.JCudaBackend}, then {@code GpuPlan}.
 */
package org.chainboard.jcuda;
