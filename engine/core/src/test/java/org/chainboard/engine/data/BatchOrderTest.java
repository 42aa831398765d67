package org.chainboard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

    @Test
    void anEpochTakesEverySampleOnce() {
        assertThat(new BatchOrder(1, 50).epoch(3))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .contains(0, 49);
    }

    @Test
    void anEpochIsTheSameWheneverAskedFor() {
        BatchOrder order = new BatchOrder(1, 50);
        int[] before = order.epoch(4);
        order.epoch(5);

        assertThat(order.epoch(4)).isEqualTo(before);
    }

    @Test
    void epochsAndSeedsHaveOrdersOfTheirOwn() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            for (int epoch = 0; epoch < 5; epoch++) {
                orders.add(Arrays.stream(new BatchOrder(seed, 50).epoch(epoch))
                        .boxed()
                        .toList());
            }
        }

        assertThat(orders).hasSize(25);
    }
}
