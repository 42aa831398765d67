package org.chainboard.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RngTest {
    /** The known answers that the authors publish with Random123 (kat_vectors, philox4x32 10 rounds). */
    @Test
    void philoxGivesThePublishedAnswers() {
        int[] zeros = new int[4];
        int[] ones = new int[4];
        Rng.words(0, 0, 0, zeros);
        Rng.words(-1, -1, -1, ones);
        assertThat(zeros).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(ones).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void streamsOfOneSeedDiffer() {
        assertThat(new Rng(1, 1).uniform()).isNotEqualTo(new Rng(1, 2).uniform());
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        Rng rng = new Rng(3, 0);
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = rng.normal();
            sum += x;
            squares += x * x;
        }
        assertThat(new double[] {sum / n, squares / n})
                .containsExactly(new double[] {0, 1}, org.assertj.core.data.Offset.offset(0.03));
    }

    @Test
    void aPermutationHoldsEveryPlaceOnce() {
        assertThat(new Rng(5, 0).permutation(100)).doesNotHaveDuplicates().contains(0, 99);
    }
}
