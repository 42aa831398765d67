package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Matrix products in which 0 meets numbers that are not finite, of all sizes that some backend makes in a way of its own.
 * Whether 0 lies in what arrives or in the other factor, such a product has numbers that must be NaN and, but for ordinary
 * products, numbers that must not.
 */
final class ArrivingCases {
    /** Rows, inner size and columns. */
    private static final int[][] SIZES = {
        {1, 1, 1}, {2, 3, 4}, {1, 5, 1}, {8, 1, 40}, {3, 40, 2}, {17, 33, 9}, {9, 33, 40}, {4, 300, 5}, {64, 128, 64}
    };

    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private ArrivingCases() {}

    static List<OpCase> all() {
        List<OpCase> cases = new ArrayList<>();
        for (int[] size : SIZES) {
            for (int way = 0; way < 4; way++) {
                for (MatMul.Arriving arriving : MatMul.Arriving.values()) {
                    MatMul op = new MatMul(way % 2 == 1, way > 1, arriving);
                    cases.add(of(op, zeros(size[0], size[1]), holes(size[1], size[2])));
                    cases.add(of(op, turned(holes(size[1], size[0])), turned(zeros(size[2], size[1]))));
                }
            }
        }
        return cases;
    }

    private static OpCase of(MatMul op, Tensor a, Tensor b) {
        return new OpCase(op, List.of(op.firstTransposed() ? turned(a) : a, op.secondTransposed() ? turned(b) : b));
    }

    /** A third of all numbers is 0, of either sign; the last of the first row is infinite. */
    private static Tensor zeros(int rows, int columns) {
        double[] numbers = OpCase.numbers(Shape.of(rows, columns), 1).toDoubles();
        for (int i = 0; i < numbers.length; i++) {
            int diagonal = i / columns + i % columns;
            numbers[i] = diagonal % 3 != 0 ? numbers[i] : diagonal % 2 == 0 ? 0 : -0.0;
        }
        numbers[columns - 1] = columns % 3 == 1 ? 0 : Double.POSITIVE_INFINITY;
        return Tensor.of(Shape.of(rows, columns), DType.F64, numbers);
    }

    /** One number in each column is not finite; the last row begins with a 0. */
    private static Tensor holes(int rows, int columns) {
        double[] numbers = OpCase.numbers(Shape.of(rows, columns), 2).toDoubles();
        for (int column = 0; column < columns; column++) {
            numbers[column % rows * columns + column] = NOT_FINITE[column % NOT_FINITE.length];
        }
        numbers[(rows - 1) * columns] = rows > 1 ? 0 : numbers[0];
        return Tensor.of(Shape.of(rows, columns), DType.F64, numbers);
    }

    private static Tensor turned(Tensor x) {
        Shape size = Shape.of(x.shape().dim(1), x.shape().dim(0));
        return Plain.array(size, at -> x.get(at[1], at[0]));
    }
}
