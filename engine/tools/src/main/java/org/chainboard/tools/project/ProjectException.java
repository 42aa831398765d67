package org.chainboard.tools.project;

/** A project file cannot be read or written; the message is one sentence or two for people. */
public final class ProjectException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;

    ProjectException(String place, String sentence) {
        super(sentence);
        this.place = place;
    }

    /** Where in the file, such as {@code nodes[2].units}; empty for the file as a whole. */
    public String place() {
        return place;
    }
}
