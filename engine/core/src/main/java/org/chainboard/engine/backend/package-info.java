/**
 * What can run a plan: the interface every backend offers, and where they are found.
 *
 * <p>Uses {@code plan} and {@code tensor}. Start reading at {@link org.chainboard.engine.backend.Backend}.
 */
package org.chainboard.engine.backend;
