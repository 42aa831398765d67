package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chainboard.engine.network.Drawings.dense;
import static org.chainboard.engine.network.Drawings.loose;
import static org.chainboard.engine.network.Drawings.row;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NetworkModelTest {
    private static final Tensor SAMPLES = Tensor.matrix(new double[][] {{1, -2, 0.5}, {0, 3, 1}});

    private static NetworkModel model(Network network, int targets) {
        Checked checked = new NetworkCheck().check(network, SAMPLES.shape(), Shape.of(targets, 3));
        return NetworkModel.of(network, checked, DType.F64, 7);
    }

    private static Tensor predict(NetworkModel model) {
        return model.prediction().apply(SAMPLES);
    }

    @Test
    void aRowOfNodesPredictsAsTheChainOfItsLayers() {
        NetworkModel model = model(row(dense(8, "tanh"), new Block.Function("x -> x^2", 1), dense(1, "σ")), 1);
        Layer[] layers = List.of("n1", "n2", "n3").stream()
                .map(id -> model.layer(id).orElseThrow())
                .toArray(Layer[]::new);

        assertThat(predict(model)).isEqualTo(Chain.of(layers).apply(SAMPLES));
    }

    @Test
    void branchesMeetInAFunctionOfTwoArguments() {
        Network network = loose(new Block.Input(), new Block.Function("(x, y) -> x - 2y", 2), new Block.Loss())
                .connect(Wire.between("n0", "n1"))
                .connect(new Wire(new Port("n0", 0), new Port("n1", 1)))
                .connect(Wire.between("n1", "n2"));

        assertThat(predict(model(network, 2)).toDoubles()).containsExactly(-1, 2, -0.5, 0, -3, -1);
    }

    @Test
    void aSharedLayerHasOneSetOfParameters() {
        NetworkModel model = model(row(dense(2, "tanh"), new Block.Shared("n1")), 2);

        assertThat(model.prediction().parameters()).map(Parameter::name).containsExactly("node1.W", "node1.b");
        assertThat(model.parameters()).containsOnlyKeys("n1");
    }

    @Test
    void theTargetMayBeDrawnAsWell() {
        Network network = row(dense(2, "identity")).connect(new Wire(new Port("n0", 0), new Port("n2", 1)));

        assertThat(model(network, 9).target().orElseThrow().apply(SAMPLES)).isEqualTo(SAMPLES);
    }

    @Test
    void weightsFollowTheNodeWhateverElseIsDrawn() {
        NetworkModel alone = model(row(dense(2, "tanh")), 2);
        Network longer = loose(new Block.Input(), dense(2, "tanh"), new Block.Loss(), dense(2, "relu"))
                .connect(Wire.between("n0", "n1"))
                .connect(Wire.between("n1", "n3"))
                .connect(Wire.between("n3", "n2"));

        assertThat(model(longer, 2).weights().get("n1"))
                .isEqualTo(alone.weights().get("n1"));
    }

    @Test
    void numbersOfTheRightSizeAreTakenOver() {
        NetworkModel trained = model(row(dense(4, "tanh"), dense(2, "identity")), 2);
        trained.parameters()
                .values()
                .forEach(own ->
                        own.forEach(parameter -> parameter.set(Tensor.full(parameter.shape(), DType.F64, 0.25))));
        NetworkModel wider = model(row(dense(6, "tanh"), dense(2, "identity")), 2);

        int taken = wider.takeOver(trained.weights());

        assertThat(taken).isEqualTo(1);
        assertThat(wider.weights().get("n2").get(1)).isEqualTo(Tensor.full(Shape.of(2), DType.F64, 0.25));
    }

    @Test
    void aFaultyDrawingIsNoModel() {
        Network network = row(dense(5, "relu"));
        Checked checked = new NetworkCheck().check(network, SAMPLES.shape(), Shape.of(2, 3));

        assertThatThrownBy(() -> NetworkModel.of(network, checked, DType.F64, 1))
                .hasMessageContaining("the model gives 5");
    }

    @Test
    void nothingIsTakenFromAnotherNode() {
        NetworkModel model = model(row(dense(2, "tanh")), 2);

        assertThat(model.takeOver(Map.of("n9", model.weights().get("n1")))).isZero();
    }
}
