package org.chainboard.engine.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.tensor.Shape;

/**
 * What a check found.
 *
 * @param sizes what each output port gives, features x batch; ports behind a problem are left out
 * @param problems what is wrong, in the order of the drawing; empty when it can be trained
 */
public record Checked(Map<Port, Shape> sizes, List<Problem> problems) {
    public Checked {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        problems = List.copyOf(problems);
    }

    /** Whether it can be trained. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** Whether nothing is wrong but that wires are missing, as while one draws. */
    public boolean isOnlyUnfinished() {
        return problems.stream().allMatch(problem -> problem.code() == Problem.Code.UNCONNECTED);
    }

    /** The first problem of a node, if it has one. */
    public Optional<Problem> problem(String node) {
        return problems.stream().filter(problem -> problem.place().equals(node)).findFirst();
    }

    /** The size that comes in at a port, where it is known. */
    public Optional<Shape> into(Network network, Port input) {
        return network.wireInto(input).map(wire -> sizes.get(wire.from()));
    }
}
