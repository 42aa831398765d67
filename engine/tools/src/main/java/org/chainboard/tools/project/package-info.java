/**
 * The project file: everything a person made, as one value, and how it is written as JSON and read again.
 *
 * <p>Uses {@code words}, Jackson and the engine. Start reading at {@link org.chainboard.tools.project.Project}, then {@link
 * org.chainboard.tools.project.ProjectFile}.
 */
package org.chainboard.tools.project;
