package org.chainboard.app.inspector;

import java.util.Optional;
import org.chainboard.tools.project.Project;

/** Writes a model as Java. It is called on a thread beside the window. */
@FunctionalInterface
public interface CodeSource {

    /** A source of nothing: only the chain text is shown. */
    CodeSource NONE = project -> Optional.empty();

    /** The Java of a project with the numbers its nodes have; empty where it cannot be written yet. */
    Optional<String> java(Project project);
}
