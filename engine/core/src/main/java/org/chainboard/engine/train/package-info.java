/**
 * Training: the step as one graph, a run that goes through epochs and batches, and a thread that runs it in the background
 * and publishes snapshots.
 *
 * <p>Uses everything above it but the concrete backends. Start reading at {@link
 * org.chainboard.engine.train.TrainingProgram}, then {@link org.chainboard.engine.train.Trainer}.
 */
package org.chainboard.engine.train;
