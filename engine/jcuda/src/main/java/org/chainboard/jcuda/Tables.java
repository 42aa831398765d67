package org.chainboard.jcuda;

import java.util.Arrays;

/** Tables of whole numbers that kernels read, one after the other in one array that is copied to the card once. */
final class Tables {
    /** Kernels read four numbers at once, which have to lie at a multiple of their size. */
    private static final int ALIGNED = 4;

    private int[] numbers = new int[1024];
    private int end;

    /** Where in the array {@code table} lies from now on. */
    int add(int... table) {
        int at = end;
        end += (table.length + ALIGNED - 1) / ALIGNED * ALIGNED;
        if (end > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(end, 2 * numbers.length));
        }
        System.arraycopy(table, 0, numbers, at, table.length);
        return at;
    }

    /** All of them; never empty, since a card gives no memory of size 0. */
    int[] toArray() {
        return Arrays.copyOf(numbers, Math.max(end, ALIGNED));
    }
}
