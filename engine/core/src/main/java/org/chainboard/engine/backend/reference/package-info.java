/**
 * The backend that is right by definition: walks a plan with the loops of {@code eval} over arrays taken once.
 *
 * <p>Uses {@code backend}, {@code plan}, {@code eval}, {@code op}. Start reading at {@link
 * org.chainboard.engine.backend.reference.ReferenceBackend}.
 */
package org.chainboard.engine.backend.reference;
