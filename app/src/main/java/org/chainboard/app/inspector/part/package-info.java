/**
 * What the inspector's pages are made of: rows, fields, plots, and what a page is told.
 *
 * <p>Uses {@code document}, {@code run}, {@code plot} and {@code ui}; knows no page.
 * Start reading at {@link org.chainboard.app.inspector.part.Context}.
 */
package org.chainboard.app.inspector.part;
