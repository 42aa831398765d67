package org.chainboard.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.conformance.Conformance.Result;
import org.chainboard.engine.op.Ops;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.Test;

/** The checks as values: a backend that is right passes, one that is not is told by the op. */
class ConformanceTest {
    private static final Backend RIGHT = Backends.named(Backends.REFERENCE);

    /** Gives up on every plan with a sine. */
    private static final Backend WITHOUT_SINE = new Backend() {
        @Override
        public String name() {
            return "without sine";
        }

        @Override
        public Executable bind(List<Plan> plans) {
            boolean sine = plans.get(0).graph().nodes().stream().anyMatch(node -> node.op() == Unary.SIN);
            if (sine) {
                throw new BackendException("There is no sine.");
            }
            return RIGHT.bind(plans);
        }
    };

    @Test
    void everyOpHasAResult() {
        assertThat(Conformance.ofOps(RIGHT, DType.F32))
                .extracting(Result::name)
                .containsAll(Ops.all().stream().map(Conformance::name).toList());
    }

    @Test
    void theDefinitionsPass() {
        assertThat(Conformance.ofOps(RIGHT, DType.F64)).allMatch(Result::passed);
    }

    @Test
    void anOpThatIsMissingIsTheOnlyOneThatFails() {
        assertThat(Conformance.ofOps(WITHOUT_SINE, DType.F32))
                .filteredOn(result -> !result.passed())
                .extracting(Result::name)
                .containsExactly("SIN");
    }

    @Test
    void rowsThatNeedAnOpThatIsMissingFailInWords() {
        assertThat(Conformance.ofRows(WITHOUT_SINE, DType.F64))
                .filteredOn(result -> !result.passed())
                .isNotEmpty()
                .allMatch(result -> result.failure().endsWith("There is no sine."));
    }
}
