package org.chainboard.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chainboard.engine.tensor.Rng;

/**
 * Which samples are for training and which are kept back for testing. Each class gives the same share of its samples as
 * far as whole numbers allow, and always keeps one for training.
 */
public final class Split {
    /** One sample in five is kept back. */
    public static final double TEST_SHARE = 0.2;

    private static final long STREAM = Rng.stream("split");

    private final int[] train;
    private final int[] test;

    private Split(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /** Keeps back {@link #TEST_SHARE} of the samples. */
    public static Split of(Dataset data, long seed) {
        return of(data, TEST_SHARE, seed);
    }

    /**
     * Keeps back a share of the samples, chosen at random by {@code seed}.
     *
     * @param testShare from 0, nothing, to less than 1
     * @throws IllegalArgumentException when the share is outside that
     */
    public static Split of(Dataset data, double testShare, long seed) {
        if (!(testShare >= 0 && testShare < 1)) {
            throw new IllegalArgumentException("the share for testing is from 0 to less than 1, got " + testShare);
        }
        List<int[]> groups = groups(data);
        int[] counts = counts(groups, testShare);
        Rng rng = new Rng(seed, STREAM);
        boolean[] kept = new boolean[data.samples()];
        for (int g = 0; g < counts.length; g++) {
            int[] members = groups.get(g);
            int[] order = rng.permutation(members.length);
            for (int i = 0; i < counts[g]; i++) {
                kept[members[order[i]]] = true;
            }
        }
        IntStream all = IntStream.range(0, kept.length);
        int[] test = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
        return new Split(all.filter(i -> !kept[i]).toArray(), test);
    }

    /** The samples of each class; all samples as one group where there are no classes. */
    private static List<int[]> groups(Dataset data) {
        int[] all = IntStream.range(0, data.samples()).toArray();
        if (!data.hasClasses()) {
            return List.of(all);
        }
        List<int[]> groups = new ArrayList<>();
        for (int label = 0; label < data.classes().size(); label++) {
            int wanted = label;
            groups.add(Arrays.stream(all).filter(i -> data.label(i) == wanted).toArray());
        }
        return groups;
    }

    /** How many samples each group keeps back: its share rounded down, then one more where most was cut off. */
    private static int[] counts(List<int[]> groups, double share) {
        int[] counts =
                groups.stream().mapToInt(group -> (int) (share * group.length)).toArray();
        int samples = groups.stream().mapToInt(group -> group.length).sum();
        int missing = (int) Math.round(share * samples) - Arrays.stream(counts).sum();
        List<Integer> byRemainder = IntStream.range(0, counts.length)
                .filter(g -> groups.get(g).length > counts[g] + 1)
                .boxed()
                .sorted(Comparator.comparingDouble(g -> counts[g] - share * groups.get(g).length))
                .toList();
        byRemainder.stream().limit(Math.max(0, missing)).forEach(g -> counts[g]++);
        return counts;
    }

    /** The samples to train on, ascending. */
    public int[] train() {
        return train.clone();
    }

    /** The samples kept back, ascending. */
    public int[] test() {
        return test.clone();
    }
}
