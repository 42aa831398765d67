package org.chainboard.app;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** A card that leaves the work to the processor, and fails as it is told. May be told by any thread. */
final class FakeCard implements Backend {
    /** What it says when it is gone. */
    static final String GONE = "The card is gone.";

    private final Backend inner;
    private volatile String refusal = "";
    private volatile double error;
    private volatile boolean gone;

    FakeCard(Backend inner) {
        this.inner = inner;
    }

    /** Gives nothing but this sentence from the next binding on. */
    void refuse(String sentence) {
        refusal = sentence;
    }

    /** Its gradients are wrong by this share from now on. */
    void err(double share) {
        error = share;
    }

    /** Fails from now on. */
    void vanish() {
        gone = true;
    }

    @Override
    public String name() {
        return "card";
    }

    @Override
    public boolean onCard() {
        return true;
    }

    @Override
    public Executable bind(List<Plan> plans) {
        if (!refusal.isEmpty()) {
            throw new BackendException(refusal);
        }
        requireThere();
        return new OnCard(inner.bind(plans));
    }

    private void requireThere() {
        if (gone) {
            throw new BackendException(GONE);
        }
    }

    private final class OnCard implements Executable {
        private final Executable work;

        OnCard(Executable work) {
            this.work = work;
        }

        @Override
        public void write(Variable variable, Tensor value) {
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
            requireThere();
            work.run(plan, times, scalars);
        }

        @Override
        public Tensor output(Plan plan, String name) {
            requireThere();
            Tensor right = work.output(plan, name);
            return error == 0 || !name.startsWith("∇") ? right : right.times(1 + error);
        }

        @Override
        public void close() {
            work.close();
            requireThere();
        }
    }
}
