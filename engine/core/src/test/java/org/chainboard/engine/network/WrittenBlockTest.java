package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Layers given by their code as nodes of a drawing. */
class WrittenBlockTest {
    private static Network network(String text) {
        return ((ReadChain) ChainText.parse(text)).network();
    }

    private static NetworkModel model(String text, int inputs, long seed) {
        Network network = network(text);
        Checked checked = new NetworkCheck().check(network, Shape.of(inputs, 8), Shape.of(1, 8));
        return NetworkModel.of(network, checked, DType.F64, seed);
    }

    @Test
    void theSizesOnTheWiresAreThoseOfTheRealLayer() {
        Network network = network("Chain(SkipConnection(Dense(3 => 2), vcat), BatchNorm(5), Dense(5 => 1))");
        Checked checked = new NetworkCheck().check(network, Shape.of(3, 8), Shape.of(1, 8));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.sizes().get(new Port("n2", 0))).isEqualTo(Shape.of(5, 8));
    }

    @Test
    void whatDoesNotFitIsAProblemOfItsNode() {
        Network network = network("Chain(BatchNorm(4), Dense(4 => 1))");
        Checked checked = new NetworkCheck().check(network, Shape.of(3, 8), Shape.of(1, 8));
        assertThat(checked.problem("n2").orElseThrow().sentence())
                .isEqualTo("BatchNorm₁, BatchNorm(4), needs 4 inputs, got 3.");
        Network wrong = network.change("n2", node -> node.withBlock(new Block.Written("BatchNorm(four)")));
        assertThat(new NetworkCheck()
                        .check(wrong, Shape.of(3, 8), Shape.of(1, 8))
                        .problem("n2")
                        .orElseThrow())
                .isEqualTo(new Problem(Problem.Code.SETTING, "n2", "BatchNorm needs its size first: BatchNorm(10)."));
    }

    @Test
    void itsParametersCarryTheNodesNameAndFollowItsId() {
        NetworkModel model = model("Chain(SkipConnection(Dense(3 => 3), +), Scale(3), Dense(3 => 1))", 3, 5);
        assertThat(model.parameters().get("n2").stream().map(Parameter::name))
                .containsExactly("SkipConnection₁.Dense₁.W", "SkipConnection₁.Dense₁.b");
        assertThat(model.parameters().get("n3").stream().map(Parameter::name))
                .containsExactly("Scale₁.scale", "Scale₁.b");
        NetworkModel longer = model("Chain(SkipConnection(Dense(3 => 3), +), tanh, Dense(3 => 1))", 3, 5);
        assertThat(longer.weights().get("n2")).isEqualTo(model.weights().get("n2"));
    }

    @Test
    void whatALayerRemembersIsKeptWithItsWeights() {
        NetworkModel model = model("Chain(BatchNorm(3), Dense(3 => 1))", 3, 5);
        BatchNorm norm = (BatchNorm) model.layer("n2").orElseThrow();
        norm.mean().set(Tensor.vector(1, 2, 3));
        Map<String, List<Tensor>> weights = model.weights();
        assertThat(weights.get("n2")).hasSize(4);
        NetworkModel other = model("Chain(BatchNorm(3), Dense(3 => 1))", 3, 6);
        assertThat(other.takeOver(weights)).isEqualTo(6);
        assertThat(((BatchNorm) other.layer("n2").orElseThrow()).mean().value()).isEqualTo(Tensor.vector(1, 2, 3));
    }

    @Test
    void aNamedChainInsideStaysOneNode() {
        Network network = network("Chain(enc = Chain(Dense(2 => 3), tanh), out = Dense(3 => 1))");
        assertThat(network.nodes()).extracting(NetworkNode::name).containsExactly("Input", "enc", "out", "Loss");
        NetworkModel model = model("Chain(enc = Chain(Dense(2 => 3), tanh), out = Dense(3 => 1))", 2, 1);
        assertThat(model.layer("n2").orElseThrow()).isInstanceOf(Chain.class);
        assertThat(model.parameters().get("n2").get(0).name()).isEqualTo("enc.Dense₁.W");
    }

    @Test
    void mendingOutputsPassesOnlyWhatKeepsSizes() {
        assertThat(Mend.lastDense(network("Chain(Dense(2 => 3), Dropout(0.5))")))
                .isPresent();
        assertThat(Mend.lastDense(network("Chain(Dense(2 => 3), BatchNorm(3))")))
                .isEmpty();
    }
}
