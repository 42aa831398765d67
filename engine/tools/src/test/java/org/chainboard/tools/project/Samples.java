package org.chainboard.tools.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Projects that tests begin with. */
final class Samples {
    private Samples() {}

    /** Every kind of node, a branch, and a wire into a second port. */
    static Network network() {
        return new Network(
                List.of(
                        new NetworkNode("n1", "Input", new Block.Input()),
                        new NetworkNode("n3", "Dense₁", new Block.Dense(2, "relu", "glorot_uniform", true)),
                        new NetworkNode("n4", "tanh", new Block.Activation("tanh")),
                        new NetworkNode("n5", "ƒ₁", new Block.Function("(x, y) -> a*x + y^2", 2)),
                        new NetworkNode("n6", "Shared₁", new Block.Shared("n4")),
                        new NetworkNode("n2", "Loss", new Block.Loss())),
                List.of(
                        Wire.between("n1", "n3"),
                        Wire.between("n3", "n4"),
                        Wire.between("n3", "n5"),
                        new Wire(new Port("n4", 0), new Port("n5", 1)),
                        Wire.between("n5", "n6"),
                        Wire.between("n6", "n2")));
    }

    static Map<String, Position> positions() {
        return Map.of(
                "n1", new Position(60, 160),
                "n2", new Position(900.25, 160),
                "n3", new Position(200, -160),
                "n4", new Position(0.1, 1e-9),
                "n5", new Position(1, 2),
                "n6", new Position(3, 4));
    }

    static ProjectSettings settings(DataSource source) {
        ProjectData data = new ProjectData(source, 0.2, Standardise.INPUTS);
        return new ProjectSettings(
                data, "mse", "Adam", Map.of("eta", 0.01), 32, Long.MIN_VALUE, DType.F32, "reference");
    }

    static Project untrained() {
        return Project.of(network(), positions(), settings(new DataSource.Generated("two-spirals", 400, 0.1)));
    }

    static Project trained(Path csv) {
        DataSource source = new DataSource.Csv(csv, List.of("länge", "a\"b"), List.of("species"), true);
        Map<String, List<Tensor>> weights = Map.of(
                "n3",
                List.of(
                        Tensor.of(Shape.of(2, 2), 0.1f, -0.0f, Float.MIN_VALUE, 16777217f),
                        Tensor.of(Shape.of(2), Float.NaN, Float.NEGATIVE_INFINITY)),
                "n5",
                List.of(Tensor.scalar(1 / 3.0)));
        Schema schema = new Schema(
                List.of("länge", "a\"b"),
                List.of("species"),
                List.of("setosa", "virginica"),
                new Standardiser(Tensor.vector(5.8433333333333337, -0.0), Tensor.vector(Double.MIN_VALUE, 1e300)),
                Standardiser.identity(2));
        return Project.of(network(), positions(), settings(source)).trained(weights, schema);
    }

    static Optional<Tensor> first(Project project, String node) {
        return project.weights().get(node).stream().findFirst();
    }
}
