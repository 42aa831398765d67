package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** The fields of a project file that this version does not know, so that saving the project again does not lose them. */
public final class Unknown {
    /** There are none. */
    public static final Unknown NOTHING = new Unknown(Map.of());

    /** Fields by where they stand, such as {@code settings} or {@code nodes/n3}. */
    private final Map<String, ObjectNode> fields;

    private Unknown(Map<String, ObjectNode> fields) {
        this.fields = fields;
    }

    /** With what is left over in {@code read}, whose place is {@code key}. */
    Unknown with(String key, Fields read) {
        ObjectNode rest = read.rest();
        if (rest.isEmpty()) {
            return this;
        }
        Map<String, ObjectNode> more = new HashMap<>(fields);
        more.put(key, rest);
        return new Unknown(more);
    }

    /** Adds the fields of the place {@code key} to {@code written}. */
    void addTo(String key, ObjectNode written) {
        ObjectNode kept = fields.get(key);
        if (kept != null) {
            kept.deepCopy().properties().forEach(field -> written.putIfAbsent(field.getKey(), field.getValue()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unknown unknown && fields.equals(unknown.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
