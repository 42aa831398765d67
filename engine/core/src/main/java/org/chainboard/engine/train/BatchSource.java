package org.chainboard.engine.train;

import java.util.List;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * The training part, the order of this epoch and the number of the batch as variables, so that a program picks its own
 * batches: a backend can run many steps without the host.
 */
final class BatchSource {
    private final State x;
    private final State y;
    private final State order;
    private final State counter;
    private final int batch;

    BatchSource(TrainingData data, int batch, DType dtype) {
        this.x = new State("data x", data.x().cast(dtype));
        this.y = new State("data y", data.y().cast(dtype));
        this.order = new State("order", Tensor.zeros(Shape.of(data.samples()), dtype));
        this.counter = new State("batch", Tensor.zeros(Shape.scalar(), dtype));
        this.batch = batch;
    }

    /** What there is to learn from, which no step changes. */
    List<State> data() {
        return List.of(x, y);
    }

    State order() {
        return order;
    }

    State counter() {
        return counter;
    }

    /** The inputs and the targets of the batch that the counter says, of {@code size} samples. */
    Var[] batch(GraphBuilder builder, int size) {
        Var first = Var.read(builder, counter).mul(batch);
        Var places = Var.read(builder, order).take(first.add(first.constant(counting(size))));
        return new Var[] {
            Var.read(builder, x).take(places), Var.read(builder, y).take(places)
        };
    }

    /** All inputs and all targets, in the order of the data. */
    Var[] all(GraphBuilder builder) {
        return new Var[] {Var.read(builder, x), Var.read(builder, y)};
    }

    Var next(GraphBuilder builder) {
        return Var.read(builder, counter).add(1);
    }

    private static Tensor counting(int size) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return Tensor.vector(numbers);
    }
}
