package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.chainboard.app.run.Speed;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.project.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Measures the window's frames while training runs flat out; the figures are on standard output. */
@Tag("soak")
@ExtendWith(ApplicationExtension.class)
class SmoothnessTest {
    private static final int FRAMES = 600;
    /** What the eye takes for standing still. */
    private static final double LONGEST_USUAL = 0.1;

    private House house;

    @Start
    void start(Stage stage) {
        house = new House(stage, 1480, 920);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(house::close);
    }

    @Test
    void framesComeWhileTrainingRunsFlatOut(FxRobot robot) {
        List<Double> gaps = new ArrayList<>();
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    gaps.add((now - last) / (double) TimeUnit.SECONDS.toNanos(1));
                }
                last = now;
            }
        };
        robot.interact(() -> {
            house.wiring.desk().open(Sample.TWO_SPIRALS.project());
            house.wiring.session().setSpeed(Speed.FLAT_OUT);
            house.wiring.session().train();
        });
        House.until("it trains", () -> step() > 500);
        robot.interact(() -> {
            house.wiring.selection().select(Set.of(house.id("Dense₂")));
            timer.start();
        });
        double cpuBefore = cpuSeconds();
        House.until("enough frames came", () -> gaps.size() >= FRAMES);
        robot.interact(timer::stop);

        double cpu = (cpuSeconds() - cpuBefore) / FRAMES;
        List<Double> sorted = gaps.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        double late = sorted.get(sorted.size() * 99 / 100);
        System.out.printf(
                java.util.Locale.ROOT,
                "frames: median %.1f ms, 99 of 100 within %.1f ms, %.1f ms of processor each; %,.0f steps a second%n",
                1000 * median,
                1000 * late,
                1000 * cpu,
                house.wiring.session().snapshot().get().orElseThrow().stepsPerSecond());
        assertThat(late).isLessThan(LONGEST_USUAL);
    }

    /** What the window's threads have used, which other programs on the machine do not change. */
    private static double cpuSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            boolean window = thread != null
                    && (thread.getThreadName().startsWith("JavaFX Application")
                            || thread.getThreadName().startsWith("QuantumRenderer"));
            if (window) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
                System.out.printf(
                        "%s %.2f s%n", thread.getThreadName(), threads.getThreadCpuTime(thread.getThreadId()) / 1e9);
            }
        }
        return nanos / TimeUnit.SECONDS.toNanos(1);
    }

    private long step() {
        return house.wiring.session().snapshot().get().map(Snapshot::step).orElse(0L);
    }
}
