package org.chainboard.jcuda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Arrays that somebody looks at. Those that were asked for after a run of a plan are likely to be asked for after its
 * next run: with the first of them all come back together, for one wait. A look at a training runs several plans and asks
 * for something else after each, so what was asked for is remembered for each of them.
 */
final class Watched {
    /**
     * Plans that say where a look stands. It runs two of its own before it asks for the gradients, and these lie
     * elsewhere when the step before was that of a smaller batch.
     */
    private static final int TELLING = 3;

    /** Fetches arrays from the card. */
    @FunctionalInterface
    interface Source {
        List<Tensor> fetch(List<Span> spans);
    }

    /** An array that begins with the number {@code place}. */
    record Span(int place, Shape shape) {}

    private final Source source;
    private final Map<Span, Tensor> here = new HashMap<>();
    /** What was asked for, by the plans that had run, the latest first; by the latest alone as well. */
    private final Map<List<Object>, Set<Span>> looks = new HashMap<>();

    private final Deque<Object> latest = new ArrayDeque<>();
    private List<Object> since = List.of();
    private Set<Span> asked = new LinkedHashSet<>();

    Watched(Source source) {
        this.source = source;
    }

    /** The present numbers of an array. */
    Tensor get(Span span) {
        asked.add(span);
        if (!here.containsKey(span)) {
            List<Span> spans = wantedWith(span);
            List<Tensor> fetched = source.fetch(spans);
            for (int i = 0; i < spans.size(); i++) {
                here.put(spans.get(i), fetched.get(i));
            }
        }
        return here.get(span);
    }

    private List<Span> wantedWith(Span span) {
        Set<Span> earlier = looks.getOrDefault(since, looks.getOrDefault(latestOf(since), Set.of()));
        if (!earlier.contains(span)) {
            return List.of(span);
        }
        Set<Span> wanted = new LinkedHashSet<>(List.of(span));
        wanted.addAll(earlier);
        wanted.removeAll(here.keySet());
        return new ArrayList<>(wanted);
    }

    private static List<Object> latestOf(List<Object> plans) {
        return plans.subList(0, Math.min(1, plans.size()));
    }

    /** A run of {@code plan} begins: what was fetched is no longer what is on the card. */
    void ran(Object plan) {
        if (latest.peek() != plan) {
            latest.remove(plan);
            latest.push(plan);
        }
        while (latest.size() > TELLING) {
            latest.removeLast();
        }
        stale(List.copyOf(latest));
    }

    /** The same for what is written there, whatever it is. */
    void written() {
        stale(List.of());
    }

    private void stale(List<Object> by) {
        if (!asked.isEmpty()) {
            looks.put(since, asked);
            looks.put(latestOf(since), asked);
            asked = new LinkedHashSet<>();
        }
        here.clear();
        since = by;
    }
}
