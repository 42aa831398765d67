/**
 * A program as data: nodes that apply ops to earlier nodes, the builder that makes them, and the finished graph.
 *
 * <p>Uses {@code tensor}. Start reading at {@link org.chainboard.engine.graph.GraphBuilder}.
 */
package org.chainboard.engine.graph;
