package org.chainboard.jcuda;

/**
 * How many blocks a kernel is started with.
 *
 * @param x blocks
 * @param y blocks along the second axis
 * @param z blocks along the third
 * @param slots numbers of shared memory for each thread, besides what the kernel has by itself
 */
record Grid(int x, int y, int z, int slots) {
    /** Threads of a block of most kernels. */
    private static final int THREADS = 256;

    /** More blocks than that find no multiprocessor that is free; the kernels go round. */
    private static final int MOST = 4096;

    /** A thread for each of {@code size} numbers. */
    static Grid over(long size) {
        return each(blocks(Math.min(size, (long) MOST * THREADS), THREADS));
    }

    /** A block for each of {@code count} tasks. */
    static Grid each(int count) {
        return new Grid(count, 1, 1, 0);
    }

    static int blocks(long size, int threads) {
        return (int) Math.max(1, (size + threads - 1) / threads);
    }
}
