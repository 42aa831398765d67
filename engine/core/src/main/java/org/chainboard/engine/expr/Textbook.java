package org.chainboard.engine.expr;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.op.Var;

/**
 * Functions as a book writes them, where the vocabulary computes the same with more care: it keeps numbers from
 * overflowing and shares the slope at ties. Formulas are derived from these.
 */
final class Textbook {
    private static final Map<String, TypedFunction> ROWS = rows(
            "relu = x -> if(x > 0, x, 0)",
            "leakyrelu = x -> if(x > 0, x, 0.01x)",
            "elu = x -> if(x > 0, x, exp(x) - 1)",
            "celu = x -> if(x > 0, x, exp(x) - 1)",
            "selu = x -> if(x > 0, 1.0507009873554805x, 1.0507009873554805*1.6732632423543772(exp(x) - 1))",
            "gelu = x -> x*σ(sqrt(8/π)*(x + 0.044715x^3))",
            "softshrink = x -> if(x > 0.5, x - 0.5, if(x < -0.5, x + 0.5, 0))",
            "trelu = x -> if(x > 1, x, 0)",
            "hardσ = x -> if(x < -3, 0, if(x > 3, 1, x/6 + 1/2))",
            "hardtanh = x -> if(x < -1, -1, if(x > 1, 1, x))",
            "hardswish = x -> if(x < -3, 0, if(x > 3, x, x^2/6 + x/2))",
            "relu6 = x -> if(x < 0, 0, if(x > 6, 6, x))",
            "logcosh = x -> log(cosh(x))",
            "expm1 = x -> exp(x) - 1",
            "clamp = (x, low, high) -> if(x < low, low, if(x > high, high, x))",
            "max = (a, b) -> if(a > b, a, b)",
            "min = (a, b) -> if(a < b, a, b)");

    private Textbook() {}

    /** The rows, by the name of the word. */
    static Map<String, TypedFunction> all() {
        return ROWS;
    }

    /** What {@code word} writes. */
    static Var apply(Word word, List<Var> arguments) {
        TypedFunction row = ROWS.get(word.name());
        if (row == null) {
            return word.apply(arguments);
        }
        int taken = row.arguments().size();
        Var result = apply(row, arguments.subList(0, taken));
        // max and min go on with two at a time
        for (Var next : arguments.subList(taken, arguments.size())) {
            result = apply(row, List.of(result, next));
        }
        return result;
    }

    private static Var apply(TypedFunction row, List<Var> arguments) {
        Map<String, Var> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(row.arguments().get(i), arguments.get(i));
        }
        return new Lowering(values, Textbook::apply).lower(row.body());
    }

    private static Map<String, TypedFunction> rows(String... texts) {
        Map<String, TypedFunction> rows = new LinkedHashMap<>();
        for (String text : texts) {
            int sign = text.indexOf(" = ");
            rows.put(text.substring(0, sign), TypedFunction.of(text.substring(sign + 3)));
        }
        return Collections.unmodifiableMap(rows);
    }
}
