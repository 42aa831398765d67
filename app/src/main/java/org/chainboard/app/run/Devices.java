package org.chainboard.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.chainboard.app.fx.FxThread;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.engine.train.Trainer;
import org.chainboard.engine.train.Whereabouts;

/**
 * Processor or graphics card: what was asked for, and what became of it. The choice belongs to the window and not to a
 * document. All methods belong to the JavaFX thread; none of them waits.
 */
public final class Devices {
    private final Trainer trainer;
    private final FxThread fx;
    private final Function<String, Backend> backends;
    private final ReadOnlyObjectWrapper<Device> now = new ReadOnlyObjectWrapper<>(Device.PROCESSOR);
    private final ReadOnlyObjectWrapper<Whereabouts.Notice> notice =
            new ReadOnlyObjectWrapper<>(Whereabouts.Notice.NONE);

    /** Counts what was asked: only the answer to the newest counts. */
    private long asked;
    /** Whether a document was opened that was trained on a card. */
    private boolean askedByDocument;
    /** What computes where no card does. */
    private String processor = Backends.USUAL;

    /** @param backends finds a backend by its name; called on the trainer thread */
    Devices(Trainer trainer, FxThread fx, Function<String, Backend> backends) {
        this.trainer = trainer;
        this.fx = fx;
        this.backends = backends;
    }

    /** What trains. */
    public ReadOnlyObjectProperty<Device> now() {
        return now.getReadOnlyProperty();
    }

    /** What is to be told of it. */
    public ReadOnlyObjectProperty<Whereabouts.Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Trains on the card, or on the processor again, from the next step on. */
    public void choose(boolean card) {
        if (card == now.get().card()) {
            return;
        }
        long mine = ++asked;
        now.set(now.get().now(card, true));
        String name = card ? Backends.CUDA : processor;
        trainer.move(() -> backends.apply(name));
        trainer.then(() -> fx.execute(() -> answered(mine)));
    }

    /** Trains on the other one of the two. */
    public void toggle() {
        choose(!now.get().card());
    }

    private void answered(long mine) {
        if (mine == asked) {
            now.set(now.get().now(now.get().card(), false));
            Snapshot newest = trainer.latest();
            if (newest != null) {
                look(newest);
            }
        }
    }

    /** Begins with a document that names this backend. */
    void opened(String backend) {
        askedByDocument = backend.equals(Backends.CUDA);
    }

    /** The backends to try for a task of a document that names this one, in this order. */
    List<String> order(String backend) {
        processor = backend.equals(Backends.CUDA) ? Backends.USUAL : backend;
        List<String> names = new ArrayList<>();
        if (now.get().card() || askedByDocument) {
            names.add(Backends.CUDA);
        }
        askedByDocument = false;
        names.add(processor);
        return names;
    }

    /** Takes what a snapshot says: training may have left a card by itself. */
    void look(Snapshot newest) {
        Whereabouts place = newest.place();
        boolean keep = now.get().switching() || place.backend().isEmpty();
        boolean card = keep ? now.get().card() : place.onCard();
        now.set(new Device(card, now.get().switching(), place.parity()));
        notice.set(place.notice());
    }
}
