package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Arrays that somebody looks at. Those that were asked for after one run are likely to be asked for after another: with
 * the first of them all come back together, for one wait.
 */
final class Watched {
    /** Fetches arrays from the card. */
    @FunctionalInterface
    interface Source {
        List<Tensor> fetch(List<Span> spans);
    }

    /** An array that begins with the number {@code place}. */
    record Span(int place, Shape shape) {}

    private final Source source;
    private final Map<Span, Tensor> here = new HashMap<>();
    private Set<Span> earlier = Set.of();
    private Set<Span> asked = new LinkedHashSet<>();

    Watched(Source source) {
        this.source = source;
    }

    /** The present numbers of an array. */
    Tensor get(Span span) {
        asked.add(span);
        if (!here.containsKey(span)) {
            Set<Span> wanted = new LinkedHashSet<>(List.of(span));
            if (here.isEmpty()) {
                wanted.addAll(earlier);
            }
            List<Span> spans = new ArrayList<>(wanted);
            List<Tensor> fetched = source.fetch(spans);
            for (int i = 0; i < spans.size(); i++) {
                here.put(spans.get(i), fetched.get(i));
            }
        }
        return here.get(span);
    }

    /** What was fetched is no longer what is on the card. */
    void changed() {
        here.clear();
        if (!asked.isEmpty()) {
            earlier = asked;
            asked = new LinkedHashSet<>();
        }
    }
}
