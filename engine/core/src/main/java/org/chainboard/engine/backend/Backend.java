package org.chainboard.engine.backend;

import java.util.List;
import org.chainboard.engine.plan.Plan;

/** Something that runs plans. Found by {@link Backends}; a backend loads its library only when it first binds. */
public interface Backend {
    /** The name by which it is chosen, such as {@code reference} or {@code nd4j}. */
    String name();

    /**
     * Whether it computes on a device beside the processor, such as a graphics card, which may fail in the middle of a run.
     * Such a failure is a {@link BackendException} from any method of the {@link Executable}.
     */
    default boolean onCard() {
        return false;
    }

    /**
     * Makes plans ready to run: takes the present values of their variables and all the memory a run needs. To be called,
     * like every method of the result, by one thread.
     *
     * @throws BackendException when this machine cannot run it; the message is a sentence for people
     */
    Executable bind(List<Plan> plans);
}
