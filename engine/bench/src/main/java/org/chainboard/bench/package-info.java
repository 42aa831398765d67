/**
 * How long a training step takes, measured with JMH. Built only with {@code -Pbench}; nothing else depends on it.
 *
 * <p>Uses {@code engine.train} and everything below it. Start reading at {@link
 * org.chainboard.bench.TrainingStepBenchmark}; how to run it and what came out stands in docs/performance.md.
 */
package org.chainboard.bench;
