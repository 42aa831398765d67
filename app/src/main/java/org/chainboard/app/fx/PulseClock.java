package org.chainboard.app.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.util.Subscription;

/**
 * Looks once per pulse: whoever shows something that a worker publishes listens here and takes the newest value.
 *
 * <p>All methods belong to the JavaFX thread. A clock that was never started can be driven by hand with
 * {@link #tick}, also without a toolkit.
 */
public final class PulseClock {
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private AnimationTimer timer;

    /**
     * Calls the listener at every pulse, in the order of the calls of this method.
     *
     * @param listener gets the time of the pulse in nanoseconds; only differences mean something
     * @return ends the calls
     */
    public Subscription onPulse(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Starts ticking with the toolkit. Does nothing when it already runs. */
    public void start() {
        if (timer != null) {
            return;
        }
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                tick(now);
            }
        };
        timer.start();
    }

    /** Stops ticking. Listeners stay. */
    public void stop() {
        if (timer != null) {
            timer.stop();
            timer = null;
        }
    }

    /** One tick by hand, at the given time in nanoseconds. */
    public void tick(long now) {
        for (LongConsumer listener : listeners) {
            listener.accept(now);
        }
    }
}
