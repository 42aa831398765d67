/**
 * Layers: functions that may hold parameters, and the tables of activations and of start values.
 *
 * <p>Uses {@code expr}, {@code eval}, {@code op}, {@code graph} and {@code tensor}. Start reading at {@link
 * org.chainboard.engine.layer.Layer}, then {@link org.chainboard.engine.layer.Dense}.
 */
package org.chainboard.engine.layer;
