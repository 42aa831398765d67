package org.chainboard.app.run;

import java.util.Optional;
import org.chainboard.engine.train.Parity;

/**
 * What trains.
 *
 * @param card whether it is a graphics card, or is about to be
 * @param switching whether it is about to be another than it was
 * @param parity the newest comparison of the two; empty where there was none for this network
 */
public record Device(boolean card, boolean switching, Optional<Parity> parity) {
    static final Device PROCESSOR = new Device(false, false, Optional.empty());

    Device now(boolean onCard, boolean stillSwitching) {
        return new Device(onCard, stillSwitching, parity);
    }
}
