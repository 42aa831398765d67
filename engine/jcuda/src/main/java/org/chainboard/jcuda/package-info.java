/**
 * Looks for an NVIDIA graphics card with JCuda's driver interface and says in a sentence what it found.
 *
 * <p>Uses {@code engine.backend} and JCuda; only {@code JCudaCalls} touches JCuda's classes, since they cannot be loaded
 * where there is no driver. Start reading at {@link org.chainboard.jcuda.GpuProbe}.
 */
package org.chainboard.jcuda;
