package org.chainboard.engine.network;

import java.util.HashMap;
import java.util.Map;

/** The names of layers inside a text: {@code Dense₁}, {@code Dense₂}, inside a named one {@code encoder.Dense₁}. */
final class LayerNames {
    private final Map<String, Integer> counts = new HashMap<>();
    /** What the next layer is called; null for a number of its kind. */
    private String given;

    private String inside;

    /** @param given what the outermost layer is called; null for a number of its kind */
    LayerNames(String given) {
        this.given = given;
        this.inside = given == null ? "" : given + ".";
    }

    /** What a layer of this kind is called. */
    String next(String kind) {
        String name = given;
        given = null;
        return name == null ? inside + kind + NodeNames.subscript(counts.merge(inside + kind, 1, Integer::sum)) : name;
    }

    /** A layer that holds others has nothing of its own to name; those inside are numbered. */
    void skip() {
        given = null;
    }

    /** Calls what comes next {@code name}. @return where one is now, to go {@link #back} to */
    String enter(String name) {
        String outer = inside;
        given = inside + name;
        inside = given + ".";
        return outer;
    }

    void back(String outer) {
        given = null;
        inside = outer;
    }
}
