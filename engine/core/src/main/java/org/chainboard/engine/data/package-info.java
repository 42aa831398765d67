/**
 * Data to learn from: samples with their names, the split into training and test part, standardising, the order of
 * batches, and sets that are made by a formula.
 *
 * <p>Uses {@code tensor}. Start reading at {@link org.chainboard.engine.data.Dataset}.
 */
package org.chainboard.engine.data;
