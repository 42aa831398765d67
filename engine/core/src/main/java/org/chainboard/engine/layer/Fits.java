package org.chainboard.engine.layer;

import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** What layers say of inputs that they cannot take: the layer, what it needs, and what came. */
final class Fits {
    private Fits() {}

    /** Refuses what is no vector, or features x batch, of {@code size} features. */
    static void require(Object layer, int size, Shape came) {
        if (came.rank() == 0 || came.rank() > 2 || came.dim(0) != size) {
            throw needs(layer, counted(size), came);
        }
    }

    static ShapeException needs(Object layer, String needed, Shape came) {
        return new ShapeException(layer + " needs " + needed + ", got " + described(came));
    }

    static String counted(int inputs) {
        return inputs == 1 ? "1 input" : inputs + " inputs";
    }

    private static String described(Shape came) {
        return switch (came.rank()) {
            case 0 -> "a single number";
            case 1, 2 -> Integer.toString(came.dim(0));
            default -> "an array of size " + came + "; it takes a vector, or features × batch";
        };
    }

    /** The text of a call, of what is not empty. */
    static String call(String name, Object... parts) {
        return List.of(parts).stream()
                .map(String::valueOf)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** An activation as an argument; none is not written. */
    static String activation(Layer activation) {
        return activation == Activation.IDENTITY ? "" : activation.toString();
    }

    /** What stands before the last dot of a parameter's path. */
    static String owner(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
