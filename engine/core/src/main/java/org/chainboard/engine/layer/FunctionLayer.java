package org.chainboard.engine.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * A typed function as a layer; its letters are trained.
 *
 * @param f the function
 * @param letters a parameter for each of its letters, in their order
 */
public record FunctionLayer(TypedFunction f, List<Parameter> letters) implements Layer, Connection {
    public FunctionLayer {
        letters = List.copyOf(letters);
        if (letters.size() != f.letters().size()) {
            throw new IllegalArgumentException(f + " has the letters " + f.letters() + ", got " + letters);
        }
    }

    /** With fresh letters that start at 1 and are called {@code name.letter}. */
    public static FunctionLayer create(String name, TypedFunction f, DType dtype) {
        Tensor one = Tensor.full(Shape.scalar(), dtype, 1);
        return new FunctionLayer(
                f,
                f.letters().stream()
                        .map(letter -> new Parameter(name + "." + letter, one))
                        .toList());
    }

    /**
     * A function with these numbers for its letters, which are called {@code name.letter}.
     *
     * @param text as it is typed, such as {@code x -> a*x^2 + b}
     * @param letters a number for each letter, in the order in which the letters occur
     * @throws IllegalArgumentException saying what is wrong with the text, or that there are more or fewer letters
     */
    public static FunctionLayer of(String name, String text, DType dtype, double... letters) {
        TypedFunction f = TypedFunction.of(text);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < letters.length; i++) {
            String letter = i < f.letters().size() ? f.letters().get(i) : String.valueOf(i);
            parameters.add(new Parameter(name + "." + letter, Tensor.of(Shape.scalar(), dtype, letters[i])));
        }
        return new FunctionLayer(f, parameters);
    }

    @Override
    public Var apply(Var x, Mode mode) {
        return apply(List.of(x));
    }

    /** The value for one input for each argument. */
    public Var apply(List<Var> inputs) {
        Map<String, Var> values = new HashMap<>();
        for (int i = 0; i < letters.size(); i++) {
            values.put(f.letters().get(i), inputs.get(0).read(letters.get(i)));
        }
        return f.apply(inputs, values);
    }

    /** One value for each argument. */
    @Override
    public Var join(List<Var> values, Mode mode) {
        if (values.size() != f.arguments().size()) {
            throw new ShapeException(this + " joins " + f.arguments().size() + " values, got " + values.size());
        }
        return apply(values);
    }

    /** {@code x -> a*x^2 + b}. */
    @Override
    public String toString() {
        return f.text();
    }
}
