package org.chainboard.tools.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Tensor;

/**
 * A function and the place where it is asked about.
 *
 * @param text the function as it was typed
 * @param function what was read
 * @param at a value for every argument and every letter, and for other names, on which it then does not depend
 */
record Question(String text, TypedFunction function, Map<String, Tensor> at) {
    /** Stands for the argument of a function without any; nobody can type it. */
    private static final List<String> NO_ARGUMENT = List.of(" ");

    Question {
        at = new LinkedHashMap<>(at);
    }

    /** Reads {@code text}; its arguments are {@code usual} where it does not say what they are. */
    static TypedFunction read(String text, List<String> usual) throws CliException {
        Parsed parsed = TypedFunction.parse(text, usual.isEmpty() ? NO_ARGUMENT : usual);
        if (parsed instanceof SyntaxProblem problem) {
            throw CliException.in(text, problem);
        }
        return (TypedFunction) parsed;
    }

    /** The question about {@code text}, all of whose names are looked up in {@code at}. */
    static Question of(String text, Map<String, Tensor> at) throws CliException {
        TypedFunction function = read(text, List.copyOf(at.keySet()));
        List<String> needed = new ArrayList<>(function.arguments());
        needed.addAll(function.letters());
        needed.removeAll(NO_ARGUMENT);
        for (String name : needed) {
            if (!at.containsKey(name)) {
                CliException problem = new CliException("json.noValue", name);
                var place = TypedFunction.place(text, name);
                throw place.isPresent() ? problem.at(text, place.getAsInt()) : problem;
            }
        }
        return new Question(text, function, at);
    }

    /** What the function computes of these values; {@code any} is one for a function that uses none. */
    Var apply(Map<String, Var> values, Var any) {
        List<Var> arguments = function.arguments().stream()
                .map(name -> values.getOrDefault(name, any))
                .toList();
        return function.apply(arguments, new HashMap<>(values));
    }
}
