package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chainboard.tools.words.Words;

/**
 * The fields of one object in a project file. It knows where the object stands, for the sentence when something is wrong,
 * and which fields were asked for, so that the others can be kept.
 */
final class Fields {
    private static final Words WORDS = new Words("project");

    private final String file;
    private final String place;
    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();

    Fields(String file, String place, ObjectNode object) {
        this.file = file;
        this.place = place;
        this.object = object;
    }

    boolean has(String name) {
        asked.add(name);
        return object.hasNonNull(name);
    }

    /** The fields nobody asked for. */
    ObjectNode rest() {
        return object.deepCopy().without(asked);
    }

    String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    JsonNode any(String name, String expected) throws ProjectException {
        if (!has(name)) {
            throw missing(name, expected);
        }
        return object.get(name);
    }

    String text(String name) throws ProjectException {
        JsonNode value = any(name, "text");
        if (!value.isTextual()) {
            throw wrong(name, "text", value);
        }
        return value.textValue();
    }

    List<String> texts(String name) throws ProjectException {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw wrong(name, "texts", value);
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    boolean yes(String name) throws ProjectException {
        JsonNode value = any(name, "yes");
        if (!value.isBoolean()) {
            throw wrong(name, "yes", value);
        }
        return value.booleanValue();
    }

    /** A finite number. */
    double number(String name) throws ProjectException {
        JsonNode value = any(name, "number");
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name, "number", value);
        }
        return value.doubleValue();
    }

    double number(String name, double least, double below) throws ProjectException {
        double number = number(name);
        if (!(number >= least && number < below)) {
            throw wrong(name, "numberFrom", object.get(name), least, below);
        }
        return number;
    }

    long whole(String name, long least, long most) throws ProjectException {
        JsonNode value = any(name, "whole");
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        if (!fits || value.longValue() < least || value.longValue() > most) {
            throw wrong(name, "wholeFrom", value, least, most);
        }
        return value.longValue();
    }

    Fields object(String name) throws ProjectException {
        return fields(place(name), any(name, "object"));
    }

    Optional<Fields> optional(String name) throws ProjectException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name) throws ProjectException {
        List<Fields> all = new ArrayList<>();
        for (JsonNode value : array(name)) {
            all.add(fields(place(name) + "[" + all.size() + "]", value));
        }
        return all;
    }

    /** The names of all fields, each of which is then known. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        asked.addAll(names);
        return names;
    }

    JsonNode array(String name) throws ProjectException {
        JsonNode value = any(name, "list");
        if (!value.isArray()) {
            throw wrong(name, "list", value);
        }
        return value;
    }

    private Fields fields(String at, JsonNode value) throws ProjectException {
        if (value instanceof ObjectNode inner) {
            return new Fields(file, at, inner);
        }
        throw problem(at, "expected", WORDS.get("expect.object"), shown(value));
    }

    private ProjectException missing(String name, String expected) {
        return problem(place(name), "missing", WORDS.get("expect." + expected));
    }

    ProjectException wrong(String name, String expected, JsonNode got, Object... limits) {
        return problem(place(name), "expected", WORDS.get("expect." + expected, limits), shown(got));
    }

    /** What is wrong at {@code at}, as the sentence {@code key}, which is given file, place and {@code details}. */
    ProjectException problem(String at, String key, Object... details) {
        Object[] all = new Object[details.length + 2];
        all[0] = file;
        all[1] = at;
        System.arraycopy(details, 0, all, 2, details.length);
        return new ProjectException(at, WORDS.get(key, all));
    }

    private static String shown(JsonNode value) {
        return Words.brief(value.isTextual() ? "“" + value.textValue() + "”" : value.toString());
    }
}
