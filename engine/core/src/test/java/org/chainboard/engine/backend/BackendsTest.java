package org.chainboard.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void theUsualOneComesFirst() {
        assertThat(Backends.available().get(0).name()).isEqualTo(Backends.USUAL);
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatExist() {
        assertThatThrownBy(() -> Backends.named("abacus"))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("abacus")
                .hasMessageContaining("reference");
    }
}
