package org.chainboard.engine.backend.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.chainboard.engine.conformance.Conformance;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MachinesConformanceTest {

    static Stream<Arguments> everywhere() {
        return Machines.all().stream()
                .flatMap(machine -> Stream.of(DType.values()).map(dtype -> Arguments.of(machine, dtype)));
    }

    @ParameterizedTest(name = "in {1}, {0}")
    @MethodSource("everywhere")
    void everyOpGivesWhatIsDefinedOnEveryMachine(Machines.Machine machine, DType dtype) {
        assertThat(Conformance.ofOps(machine.backend(), dtype)).allMatch(Conformance.Result::passed);
    }
}
