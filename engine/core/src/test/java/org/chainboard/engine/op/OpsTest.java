package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpsTest {
    @Test
    void theListHasEveryKindOfOp() {
        assertThat(Ops.all()).extracting(Object::getClass).contains(Rule.class.getPermittedSubclasses());
        assertThat(Ops.all()).contains(Unary.values()).contains(Binary.values());
        assertThat(Stream.of(Rule.class.getPermittedSubclasses())).hasSizeGreaterThan(5);
    }
}
