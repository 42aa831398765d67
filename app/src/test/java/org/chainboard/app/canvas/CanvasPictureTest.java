package org.chainboard.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.stage.Stage;
import org.chainboard.app.canvas.view.NetworkFacts;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.app.ui.Look;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Draws a running network, for people to look at: {@code target/pictures}. */
@ExtendWith(ApplicationExtension.class)
class CanvasPictureTest {
    private Desk desk;

    @Start
    void show(Stage stage) {
        desk = new Desk(stage, spirals(), new Running(), (network, wire) -> Optional.empty());
        desk.facts.set(facts(desk.history.now()));
    }

    private static Document spirals() {
        Document document = Samples.blank()
                .with(Samples.dense(8), new Position(240, 120))
                .with(new Block.Activation("tanh"), new Position(440, 140))
                .with(Samples.dense(8), new Position(580, 120))
                .with(new Block.Activation("tanh"), new Position(780, 140))
                .with(new Block.Function("x -> x^2", 1), new Position(240, 360))
                .with(new Block.Dense(2, "relu", "glorot_uniform", true), new Position(440, 340))
                .with(new Block.Activation("softmax"), new Position(640, 360))
                .withPositions(Map.of("n1", new Position(60, 140), "n2", new Position(800, 360)));
        var network = document.network();
        String[] order = {"n1", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n2"};
        for (int i = 1; i < order.length; i++) {
            network = network.connect(Wire.between(order[i - 1], order[i]));
        }
        return document.with(network);
    }

    private static NetworkFacts facts(Document document) {
        Map<Wire, String> wires = new HashMap<>();
        document.network().wires().forEach(wire -> wires.put(wire, "8×32"));
        Map<String, String> nodes = Map.of("n1", "x 2×400", "n3", "2 ⇒ 8", "n5", "8 ⇒ 8", "n8", "8 ⇒ 2");
        Problem problem = new Problem(Problem.Code.FUNCTION, "n7", "There is no function y.");
        return new NetworkFacts(wires, nodes, Map.of("n7", problem));
    }

    private static final class Running implements NodeLive {
        private final Map<String, Weights> weights = Map.of("n3", random(8, 2), "n5", random(8, 8), "n8", random(2, 8));

        private static Weights random(int rows, int columns) {
            Rng rng = new Rng(rows * 10L + columns, 1);
            double[] values = new double[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = rng.normal();
            }
            return new Weights(values, rows, columns);
        }

        @Override
        public Optional<Weights> weights(String node) {
            return Optional.ofNullable(weights.get(node));
        }

        @Override
        public OptionalDouble gradient(String node) {
            return OptionalDouble.of(node.equals("n5") ? 0.5 : 0.8);
        }

        @Override
        public Optional<String> value(String node) {
            return Optional.of("0.0832");
        }

        @Override
        public boolean flowing() {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void drawsARunningNetwork(Look look, FxRobot robot) {
        robot.interact(() -> {
            desk.theme.show(look);
            desk.selection.select(Set.of("n5"));
            desk.clock.tick(0);
        });
        robot.interact(() -> desk.picture("canvas-" + look.name().toLowerCase(java.util.Locale.ROOT)));

        assertThat(Files.exists(Path.of("target/pictures"))).isTrue();
    }
}
