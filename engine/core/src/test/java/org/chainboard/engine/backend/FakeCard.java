package org.chainboard.engine.backend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** A card that leaves the work to a backend of the processor, and fails as it is told. May be told by any thread. */
public final class FakeCard implements Backend {
    /** What it says when it is gone. */
    public static final String GONE = "The card is gone.";

    private final Backend inner;
    private final AtomicLong stepsLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger open = new AtomicInteger();
    private volatile String refusal = "";
    private volatile double error;
    private volatile long steps;
    private volatile long notFiniteAt = -1;
    private volatile boolean gone;
    private volatile boolean onCard = true;
    private volatile boolean blind;
    private volatile boolean deaf;
    private volatile boolean full;
    private volatile Runnable everyStep = () -> {};

    public FakeCard(Backend inner) {
        this.inner = inner;
    }

    /** Is a processor that can be told as much. */
    public FakeCard asProcessor() {
        onCard = false;
        return this;
    }

    /** Gives nothing but this sentence from the next binding on; the empty one to be usable again. */
    public FakeCard refusing(String sentence) {
        refusal = sentence;
        return this;
    }

    /** Its gradients are wrong by this share. */
    public FakeCard wrongBy(double share) {
        error = share;
        return this;
    }

    /** Fails for good after so many more steps, those of a comparison included. */
    public FakeCard goneAfter(long more) {
        stepsLeft.set(more);
        return this;
    }

    /** Has failed for good. */
    public void goneNow() {
        gone = true;
    }

    /** Fails for good when somebody looks at how good a model is. */
    public FakeCard goneAtLook() {
        blind = true;
        return this;
    }

    /** Fails for good when it is given numbers. */
    public FakeCard goneAtWrite() {
        deaf = true;
        return this;
    }

    /** Fails for good when something is bound to it. */
    public FakeCard goneAtBind() {
        full = true;
        return this;
    }

    /** Is not finite at its step of this number, those of a comparison included. */
    public FakeCard notFiniteAt(long step) {
        notFiniteAt = step;
        return this;
    }

    /** Does this at every step. */
    public FakeCard everyStep(Runnable work) {
        everyStep = work;
        return this;
    }

    /** Steps so far, those of comparisons included. */
    public long steps() {
        return steps;
    }

    /** How many runs hold something on it. */
    public int open() {
        return open.get();
    }

    @Override
    public String name() {
        return onCard ? "card" : "processor";
    }

    @Override
    public boolean onCard() {
        return onCard;
    }

    @Override
    public Executable bind(List<Plan> plans) {
        if (!refusal.isEmpty()) {
            throw new BackendException(refusal);
        }
        gone |= full;
        requireThere();
        open.incrementAndGet();
        return new OnCard(inner.bind(plans));
    }

    private void requireThere() {
        if (gone) {
            throw new BackendException(GONE);
        }
    }

    private final class OnCard implements Executable {
        private final Executable work;
        private final Set<Plan> ran = new HashSet<>();

        OnCard(Executable work) {
            this.work = work;
        }

        @Override
        public void write(Variable variable, Tensor value) {
            gone |= deaf;
            requireThere();
            work.write(variable, value);
        }

        @Override
        public Tensor read(Variable variable) {
            requireThere();
            return work.read(variable);
        }

        @Override
        public void run(Plan plan, int times, double[] scalars) {
            boolean step = !plan.stores().isEmpty();
            gone |= blind && !step;
            requireThere();
            long most = step ? Math.min(times, stepsLeft.get()) : times;
            // what was begun is done: a failure leaves it somewhere in the middle
            work.run(plan, (int) most, scalars);
            ran.add(plan);
            if (step) {
                count(plan, most, scalars);
            }
            if (most < times) {
                gone = true;
                requireThere();
            }
        }

        private void count(Plan plan, long times, double[] scalars) {
            stepsLeft.addAndGet(-times);
            for (int i = 0; i < times; i++) {
                everyStep.run();
                if (steps++ == notFiniteAt) {
                    int taken = plan.scalars().indexOf("taken");
                    scalars[i * plan.scalars().size() + taken] = 0;
                }
            }
        }

        @Override
        public Tensor output(Plan plan, String name) {
            requireThere();
            Tensor right = work.output(plan, name);
            if (!ran.contains(plan)) {
                // memory that nothing was written to
                return Tensor.full(right.shape(), right.dtype(), Double.NaN);
            }
            return error == 0 || !name.startsWith("∇") ? right : right.times(1 + error);
        }

        @Override
        public void close() {
            open.decrementAndGet();
            work.close();
            requireThere();
        }
    }
}
