package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import java.util.ArrayList;
import java.util.List;

/** Takes numbers that were made one behind the other to where each belongs. */
final class FloatSpread implements FloatKernel {
    private final int[] froms;
    private final int[] tos;

    /** For the results of {@code dots}, each followed by the sums beside it. */
    FloatSpread(List<Dot> dots, int at) {
        List<int[]> copies = new ArrayList<>();
        int from = at;
        for (Dot dot : dots) {
            add(copies, from, dot.c(), dot.count());
            add(copies, from + dot.count(), dot.sums(), dot.all() - dot.count());
            from += dot.all();
        }
        froms = copies.stream().mapToInt(copy -> copy[0]).toArray();
        tos = copies.stream().mapToInt(copy -> copy[1]).toArray();
    }

    /** Vector by vector: each value has room up to the next whole one. */
    private static void add(List<int[]> copies, int from, int to, int n) {
        for (int i = 0; i < n; i += L) {
            copies.add(new int[] {from + i, to + i});
        }
    }

    @Override
    public void run(float[] m) {
        for (int i = 0; i < froms.length; i++) {
            fromArray(S, m, froms[i]).intoArray(m, tos[i]);
        }
    }
}
