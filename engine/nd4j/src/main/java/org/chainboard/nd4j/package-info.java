/**
 * Runs plans on ND4J: an operation of ND4J's where it gives what the op means, else a loop over ND4J's memory.
 *
 * <p>Uses {@code engine.backend}, {@code plan}, {@code graph}, {@code op}, {@code tensor} and ND4J. Only {@code
 * Nd4jBackend} may be touched without loading ND4J. Start reading at {@link org.chainboard.nd4j.Nd4jBackend}.
 */
package org.chainboard.nd4j;
