package org.chainboard.jcuda;

import java.util.Arrays;
import org.chainboard.engine.backend.Accelerator;
import org.chainboard.engine.backend.BackendException;

/**
 * Looks for an NVIDIA card and has it compute something: one that is there but computes wrongly must not train. Last it
 * tries to start cuBLAS, without which all works too.
 */
public final class GpuProbe implements Accelerator {
    /** What the first kernel gives in each of the threads of a warp: so many times the thread's number. */
    private static final int FACTOR = 42;

    private static final System.Logger LOG = System.getLogger(GpuProbe.class.getName());

    private final CardSearch search;

    /** For this system and this user; touches nothing yet. */
    public GpuProbe() {
        this(new CardSearch());
    }

    GpuProbe(CardSearch search) {
        this.search = search;
    }

    @Override
    public Status probe() {
        try {
            CardSearch.Found card = search.find();
            String products = Sentences.get(tryOut(card) ? "cublas" : "builtIn");
            return new Status(true, card.name(), Sentences.get("found", card.name(), products));
        } catch (BackendException e) {
            return new Status(false, "", e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            // a library that is cut off or of another version; whoever waits for the answer must get one
            LOG.log(System.Logger.Level.ERROR, "a card could not be looked for", e);
            return new Status(false, "", Sentences.get("broken"));
        }
    }

    /** Has the card compute something; whether cuBLAS starts on it. */
    private static boolean tryOut(CardSearch.Found card) {
        try {
            int[] computed = card.driver().compute(card.device());
            int[] right = new int[computed.length];
            Arrays.setAll(right, i -> FACTOR * i);
            if (computed.length == 0 || !Arrays.equals(computed, right)) {
                throw new BackendException(Sentences.get("wrong", card.name()));
            }
            return card.driver().multipliesOn(card.device());
        } catch (DriverFailure e) {
            throw new BackendException(Sentences.of(e, card.name()), e);
        }
    }
}
