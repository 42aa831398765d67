package org.chainboard.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.training.UsualLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLossTest {

    @ParameterizedTest(name = "{0} with classes {1}, softmax at the end {2}: {3}")
    @CsvSource({
        "mse, true, false, logitcrossentropy",
        "mse, true, true, crossentropy",
        "huber, true, false, logitcrossentropy",
        "sum_of_squares, true, true, crossentropy",
        "no such loss, true, false, logitcrossentropy",
        "crossentropy, true, false, crossentropy",
        "logitcrossentropy, true, true, logitcrossentropy",
        "binarycrossentropy, true, false, binarycrossentropy",
        "crossentropy, false, true, mse",
        "logitcrossentropy, false, false, mse",
        "logitbinarycrossentropy, false, false, mse",
        "no such loss, false, false, mse",
        "mae, false, false, mae",
        "huber, false, true, huber"
    })
    void the_loss_follows_the_kind_of_target(String loss, boolean classes, boolean softmax, String expected) {
        assertThat(UsualLoss.after(network(softmax), loss, classes).text()).isEqualTo(expected);
    }

    @Test
    void a_softmax_inside_the_last_layer_or_shared_with_it_counts() {
        Network inside = Samples.chain()
                .network()
                .change("n3", node -> node.withBlock(new Block.Dense(2, "softmax", "glorot_uniform", true)));
        Document more = Samples.chain().with(network(true)).with(new Block.Shared("n3"), new Position(0, 0));

        assertThat(UsualLoss.after(inside, "mse", true).text()).isEqualTo("crossentropy");
        assertThat(UsualLoss.after(more.network().connect(Wire.between(lastOf(more), "n2")), "mse", true)
                        .text())
                .isEqualTo("crossentropy");
    }

    @Test
    void a_softmax_in_the_middle_does_not_count() {
        Document document = Samples.chain().with(network(true)).with(Samples.dense(2), new Position(0, 0));
        String last = lastOf(document);
        Network network = document.network().connect(Wire.between("n3", last)).connect(Wire.between(last, "n2"));

        assertThat(UsualLoss.after(network, "mse", true).text()).isEqualTo("logitcrossentropy");
    }

    private static String lastOf(Document document) {
        return document.network()
                .nodes()
                .get(document.network().nodes().size() - 1)
                .id();
    }

    private static Network network(boolean softmax) {
        return Samples.chain()
                .network()
                .change("n3", node -> node.withBlock(softmax ? new Block.Activation("softmax") : node.block()));
    }
}
