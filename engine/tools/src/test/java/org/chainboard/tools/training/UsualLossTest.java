package org.chainboard.tools.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.network.ChainText;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.ReadChain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss follows the targets and the end of the chain. */
class UsualLossTest {
    private static Network chain(String text) {
        return ((ReadChain) ChainText.parse(text)).network();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dense(4 => 3)                     | true  | logitcrossentropy",
                "Chain(Dense(4 => 3), softmax)     | true  | crossentropy",
                "Dense(4 => 3, softmax)            | true  | crossentropy",
                "Dense(4 => 3, σ)                  | true  | binarycrossentropy",
                "Chain(Dense(4 => 1), sigmoid)     | true  | binarycrossentropy",
                "Dense(4 => 1)                     | true  | logitbinarycrossentropy",
                "Dense(4 => 1, σ)                  | false | mse",
                "Chain(Dense(4 => 3), softmax)     | false | mse",
            })
    void suitsTheTargets(String text, boolean classes, String loss) {
        assertThat(UsualLoss.of(chain(text), classes).text()).isEqualTo(loss);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mae                | false | mae",
                "mae                | true  | logitcrossentropy",
                "crossentropy       | true  | crossentropy",
                "crossentropy       | false | mse",
                "focal(gamma=3)     | true  | focal(gamma=3)",
                "mse(agg=sum)       | false | mse(agg=sum)",
                "mse(agg=sum)       | true  | logitcrossentropy",
                "(p, y) -> sum(p-y) | true  | (p, y) -> sum(p - y)",
                "(p, y) -> sum(p-y) | false | (p, y) -> sum(p - y)",
                "nonsense           | true  | logitcrossentropy",
            })
    void thePresentOneStaysWhereItSuits(String present, boolean classes, String loss) {
        assertThat(UsualLoss.after(chain("Dense(4 => 3)"), present, classes).text())
                .isEqualTo(loss);
    }
}
