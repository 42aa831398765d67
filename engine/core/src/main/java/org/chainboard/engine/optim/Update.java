package org.chainboard.engine.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.State;

/**
 * What one step makes of a parameter.
 *
 * @param parameter its new numbers
 * @param states the new contents of the optimiser's memory for it
 */
public record Update(Var parameter, Map<State, Var> states) {
    public Update {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }
}
