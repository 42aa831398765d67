package org.chainboard.tools.codegen;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.project.Standardise;

/** A network as wide as pictures of digits need. */
final class Pixels {
    private static final int COUNT = 784;
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    private Pixels() {}

    private static Tensor random(Shape shape, double from, double to) {
        Rng rng = new Rng(3, shape.size());
        return Tensor.of(
                shape,
                DType.F64,
                IntStream.range(0, shape.size())
                        .mapToDouble(i -> rng.uniform(from, to))
                        .toArray());
    }

    private static Schema schema() {
        List<String> names =
                IntStream.range(0, COUNT).mapToObj(i -> "pixel " + i).toList();
        Standardiser inputs = new Standardiser(random(Shape.of(COUNT), -1, 1), random(Shape.of(COUNT), 0.5, 2));
        return new Schema(names, List.of("digit"), DIGITS, inputs, Standardiser.identity(DIGITS.size()));
    }

    static Project project(DType dtype) {
        return Projects.project(
                        Projects.row(Projects.dense(256, "relu"), Projects.dense(10, "identity")),
                        Projects.generated("two-spirals"),
                        Standardise.INPUTS,
                        "logitcrossentropy",
                        dtype)
                .trained(Map.of(), schema());
    }

    static Tensor sample() {
        return random(Shape.of(COUNT, 2), 0, 255);
    }

    static Tensor expected(Project project) {
        Checked checked = new NetworkCheck().check(project.network(), Shape.of(COUNT, 2), Shape.of(DIGITS.size(), 2));
        DType dtype = project.settings().dtype();
        NetworkModel model = NetworkModel.of(
                project.network(), checked, dtype, project.settings().seed());
        return model.prediction().apply(schema().inputs().apply(sample()).cast(dtype));
    }
}
