package org.chainboard.app.run;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Samples;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.Standardise;
import org.testfx.util.WaitForAsyncUtils;

/** A session that really trains, with all that is needed for it. Made and closed on the JavaFX thread. */
public final class Running implements AutoCloseable {
    private static final int PATIENCE = 60;

    public final History history;
    public final Background background = new Background();
    public final PulseClock clock = new PulseClock();
    public final Session session;

    public Running(Document document) {
        history = new History(document);
        session = new Session(history, new PlatformFxThread(), background, clock);
        session.setSpeed(Speed.FLAT_OUT);
        clock.start();
    }

    /** Two spirals and layers of these sizes with tanh between them. */
    public static Document spirals(int... units) {
        Document document = Samples.blank();
        Network network = document.network();
        String before = "n1";
        for (int i = 0; i <= units.length; i++) {
            boolean last = i == units.length;
            String activation = last ? "identity" : "tanh";
            Block block = new Block.Dense(last ? 2 : units[i], activation, "glorot_uniform", true);
            String id = document.nextId();
            document = document.with(block, new Position(200 + 150 * i, 160));
            network = document.network().connect(Wire.between(before, id));
            document = document.with(network);
            before = id;
        }
        document = document.with(document.network().connect(Wire.between(before, "n2")));
        return document.withSettings(
                document.settings().withLoss("logitcrossentropy").withOptimiser("Adam", Map.of("eta", 0.01)));
    }

    /** A line, and one layer that learns it. */
    public static Document line() {
        Document document = spirals().with(spirals().network().change("n3", node -> node.withBlock(Samples.dense(1))));
        DataSource line = new DataSource.Generated("noisy-line", 100, 0.5);
        return document.withSettings(document.settings()
                .withData(new ProjectData(line, 0.2, Standardise.NONE))
                .withLoss("mse"));
    }

    public long step() {
        return session.snapshot().get().map(snapshot -> snapshot.step()).orElse(0L);
    }

    /** Waits until this holds on the JavaFX thread. */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    @Override
    public void close() {
        clock.stop();
        session.close();
        background.close();
    }
}
