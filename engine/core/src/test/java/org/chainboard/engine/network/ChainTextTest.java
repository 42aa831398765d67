package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.network.Block.Dense;
import org.chainboard.engine.network.Block.Function;
import org.chainboard.engine.network.Block.Input;
import org.chainboard.engine.network.Block.Loss;
import org.chainboard.engine.tensor.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Chain texts that are read, and the one spelling in which they are written again. */
class ChainTextTest {
    private static ReadChain read(String text) {
        ParsedChain parsed = ChainText.parse(text);
        assertThat(parsed).as(text).isInstanceOf(ReadChain.class);
        return (ReadChain) parsed;
    }

    @Test
    void theGuidesChainBecomesNodesInARow() {
        ReadChain chain = read("Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)");
        assertThat(chain.inputs()).isEqualTo(OptionalInt.of(10));
        assertThat(chain.network().nodes())
                .containsExactly(
                        new NetworkNode("n1", "Input", new Input()),
                        new NetworkNode("n2", "Dense₁", new Dense(5, "σ", "glorot_uniform", true)),
                        new NetworkNode("n3", "Dense₂", new Dense(2, "identity", "glorot_uniform", true)),
                        new NetworkNode("n4", "softmax", new Block.Activation("softmax")),
                        new NetworkNode("n5", "Loss", new Loss()));
        assertThat(chain.network().wires())
                .containsExactly(
                        Wire.between("n1", "n2"),
                        Wire.between("n2", "n3"),
                        Wire.between("n3", "n4"),
                        Wire.between("n4", "n5"));
    }

    @Test
    void functionsAreKeptAsTheyWereTypedAndNumbered() {
        ReadChain chain = read("Chain(x -> x^2,\n  x  ->  x+1)");
        assertThat(chain.inputs()).isEmpty();
        assertThat(chain.network().nodes().subList(1, 3))
                .containsExactly(
                        new NetworkNode("n2", "ƒ₁", new Function("x -> x^2", 1)),
                        new NetworkNode("n3", "ƒ₂", new Function("x -> x+1", 1)));
    }

    /** The text, how many inputs it declares (0: it does not say), and the spelling that equal chains share. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "Dense(2 => 8, tanh)¦ 2 ¦ Chain(Dense(2 => 8, tanh))",
                "Dense(2=>8,tanh)¦ 2 ¦ Chain(Dense(2 => 8, tanh))",
                "Dense(10, 5, sigmoid)¦ 10 ¦ Chain(Dense(10 => 5, σ))",
                "Dense(10, 5)¦ 10 ¦ Chain(Dense(10 => 5))",
                "Dense(10, 5, identity)¦ 10 ¦ Chain(Dense(10 => 5))",
                "tanh¦ 0 ¦ Chain(tanh)",
                "identity¦ 0 ¦ Chain(identity)",
                "Chain()¦ 0 ¦ Chain()",
                "Chain(silu, thresholdrelu)¦ 0 ¦ Chain(swish, trelu)",
                "Chain(Dense(10, 5, sigmoid), x -> x^2, Dense(5 => 2; bias=false))¦ 10 ¦"
                        + " Chain(Dense(10 => 5, σ), x -> x^2, Dense(5 => 2; bias=false))",
                "Chain(Chain(Dense(1 => 2), tanh), Chain(Chain(Dense(2 => 1))))¦ 1 ¦ Chain(Dense(1 => 2), tanh, Dense(2 => 1))",
                "Chain(Dense(1 => 2; bias = false, init = glorot_normal),)¦ 1 ¦"
                        + " Chain(Dense(1 => 2; bias=false, init=glorot_normal))",
                "Dense(1 => 2, relu, bias=false)¦ 1 ¦ Chain(Dense(1 => 2, relu; bias=false))",
                "Dense(1 => 2, init=Flux.kaiming_normal, relu)¦ 1 ¦ Chain(Dense(1 => 2, relu; init=kaiming_normal))",
                "Dense(1 => 2; bias=true, init=glorot_uniform,)¦ 1 ¦ Chain(Dense(1 => 2))",
                "Chain(Dense(1 => 2, x -> x^2), Dense(2 => 1))¦ 1 ¦ Chain(Dense(1 => 2), x -> x^2, Dense(2 => 1))",
                "Chain(Dense(1 => 2, sin))¦ 1 ¦ Chain(Dense(1 => 2), x -> sin(x))",
                "Chain(sin, f(t) = 2*t + 1, (x) -> max(x, 0))¦ 0 ¦ Chain(x -> sin(x), t -> 2t + 1, x -> max(x, 0))",
                "x^2 + a¦ 0 ¦ Chain(x -> x^2 + a)",
                "x -> x .^ 2 |> gpu¦ 0 ¦ Chain(x -> x^2)",
                "model = Chain(Dense(2 => 1)) |> gpu¦ 2 ¦ Chain(Dense(2 => 1))",
                "m=Dense(2 => 1) |> f64 |> cpu¦ 2 ¦ Chain(Dense(2 => 1))",
                "Flux.Chain(Flux.Dense(2 => 1), NNlib.relu)¦ 2 ¦ Chain(Dense(2 => 1), relu)",
                "Chain(x -> x^2, Dense(3 => 1))¦ 3 ¦ Chain(x -> x^2, Dense(3 => 1))",
                "Chain(Dense(2 => 4), SkipConnection(Dense(4 => 4, relu),  .+), BatchNorm(4, tanh))¦ 2 ¦"
                        + " Chain(Dense(2 => 4), SkipConnection(Dense(4 => 4, relu), .+), BatchNorm(4, tanh))",
                "Parallel(vcat, Dense(3 => 1), Chain(Dense(3 => 2), tanh))¦ 3 ¦"
                        + " Chain(Parallel(vcat, Dense(3 => 1), Chain(Dense(3 => 2), tanh)))",
                "Chain(first = Dense(2 => 3), act = tanh)¦ 2 ¦ Chain(first = Dense(2 => 3), act = tanh)",
                "Chain(enc = Chain(Dense(2 => 3), tanh), dec = Dense(3 => 2, x -> x^3))¦ 2 ¦"
                        + " Chain(enc = Chain(Dense(2 => 3), tanh), dec = Dense(3 => 2, x -> x^3))",
                "Dense(1 => 2; init=kaiming_normal(gain=1))¦ 1 ¦ Chain(Dense(1 => 2; init=kaiming_normal(gain=1)))",
                "Chain(Dropout(0.25), Dense(3 => 1))¦ 3 ¦ Chain(Dropout(0.25), Dense(3 => 1))",
                "Chain(x -> softmax(x) * 2, Dense(3 => 1))¦ 3 ¦ Chain(x -> softmax(x)*2, Dense(3 => 1))",
                "Chain(x -> x .- mean(x; dims=2), Dense(2 => 1))¦ 2 ¦ Chain(x -> x - mean(x, dims=2), Dense(2 => 1))",
                "Chain(Dense(4 => 4, x -> x - maximum(x, dims=1)), sum(x; dims=1), Dense(1 => 2))¦ 4 ¦"
                        + " Chain(Dense(4 => 4), x -> x - maximum(x, dims=1), x -> sum(x, dims=1), Dense(1 => 2))",
                "SkipConnection(x -> sum(x; dims=1), (a, b) -> a + max(b, mean(b, dims=(1, 2))))¦ 0 ¦"
                        + " Chain(SkipConnection(x -> sum(x; dims=1), (a, b) -> a + max(b, mean(b, dims=(1, 2)))))",
            })
    void aChainIsReadAndWritten(String text, int declared, String written) {
        ReadChain chain = read(text);
        assertThat(chain.inputs()).isEqualTo(declared == 0 ? OptionalInt.empty() : OptionalInt.of(declared));
        assertThat(ChainText.of(chain.network(), declared)).contains(written);
        assertThat(ChainText.of(read(written).network(), declared)).contains(written);
    }

    @Test
    void linesAndCommentsAreBlanks() {
        String text = "# my model, (unfinished\nmodel = Chain(\n    Dense(2 => 8, tanh),  # hidden; more later\n"
                + "    Dense(8 => 1),\u00A0 # out )\r\n)\n# end";
        assertThat(ChainText.of(read(text).network(), 2)).contains("Chain(Dense(2 => 8, tanh), Dense(8 => 1))");
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationStandsAloneAndInADense(Activation row) {
        String alone = "Chain(" + row + ")";
        assertThat(ChainText.of(read(alone).network(), 1)).contains(alone);
        Network inside = read("Dense(1 => 2, " + row + ")").network();
        assertThat(inside.nodes().get(1).block()).isEqualTo(new Dense(2, row.text(), "glorot_uniform", true));
    }

    @Test
    void onlyARowHasAText() {
        Network row = read("Chain(Dense(2 => 3), tanh)").network();
        assertThat(ChainText.of(row, 2)).isPresent();
        assertThat(ChainText.of(row.remove(Set.of("n4")), 2)).contains("Chain(Dense(2 => 3), tanh)");
        assertThat(ChainText.of(row.disconnect(Wire.between("n3", "n4")), 2)).isEmpty();
        assertThat(ChainText.of(row.connect(Wire.between("n1", "n3")), 2)).isEmpty();
        assertThat(ChainText.of(row.add(new NetworkNode("n9", "Input", new Input())), 2))
                .isEmpty();
        assertThat(ChainText.of(row.add(new NetworkNode("n9", "tanh", new Block.Activation("tanh"))), 2))
                .isEmpty();
        assertThat(ChainText.of(row.change("n3", node -> node.withBlock(new Block.Shared("n2"))), 2))
                .isEmpty();
        Network round = row.connect(Wire.between("n3", "n2"));
        assertThat(ChainText.of(round, 2)).isEmpty();
        assertThat(ChainText.of(Network.EMPTY, 2)).isEmpty();
    }

    @Test
    void whatCouldNotBeReadAgainHasNoText() {
        Network row = read("Chain(Dense(2 => 3), x -> x^2)").network();
        assertThat(ChainText.of(row.change("n3", node -> node.withBlock(new Function("x -> (", 1))), 2))
                .isEmpty();
        assertThat(ChainText.of(row.change("n2", node -> node.withBlock(new Dense(0, "tanh", "ones", true))), 2))
                .isEmpty();
        assertThat(ChainText.of(row.change("n2", node -> node.withBlock(new Dense(1, "tanh", "one", true))), 2))
                .isEmpty();
    }

    @Test
    void noTextMakesTheReaderFail() {
        String[] pieces = {
            "Chain(",
            "Dense(",
            "Chain",
            "2",
            " => ",
            "3",
            ",",
            ", ",
            ")",
            ")",
            "(",
            ";",
            "bias=",
            "false",
            "init=",
            "tanh",
            "x",
            " -> ",
            "^",
            "sum(x)",
            "m = ",
            "|>",
            " gpu",
            "#",
            "\n",
            "relu,",
            "Dense(2 => 3)",
            "\uD800",
            "."
        };
        Rng rng = new Rng(17, 4);
        for (int i = 0; i < 20_000; i++) {
            String text = IntStream.range(0, 1 + rng.below(14))
                    .mapToObj(k -> pieces[rng.below(pieces.length)])
                    .collect(Collectors.joining());
            ParsedChain parsed = ChainText.parse(text);
            if (parsed instanceof ChainProblem problem) {
                assertThat(problem.at()).as(text).isBetween(0, text.length());
            } else {
                ReadChain chain = (ReadChain) parsed;
                int inputs = chain.inputs().orElse(1);
                String written = ChainText.of(chain.network(), inputs).orElseThrow(() -> new AssertionError(text));
                assertThat(ChainText.of(read(written).network(), inputs)).contains(written);
            }
        }
    }
}
