package org.chainboard.engine.tensor;

/**
 * Counter-based random numbers: the n-th draw is a pure function of (seed, stream, n), so it is the same on every machine
 * and backend and does not depend on who drew before.
 *
 * <p>Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. The key is
 * the seed; the counter is (draw, stream).
 */
public final class Rng {
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long MASK = 0xFFFFFFFFL;

    private final long seed;
    private final long stream;
    private final int[] block = new int[4];
    private long draws;

    /** The draws of one stream from its beginning. */
    public Rng(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
    }

    /** The stream that belongs to a name, such as a node's id: a 64-bit FNV-1a hash of its characters. */
    public static long stream(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The four 32-bit words of Philox4x32-10 for a counter and a key, written into {@code out}. */
    public static void words(long counterLow, long counterHigh, long key, int[] out) {
        int c0 = (int) counterLow;
        int c1 = (int) (counterLow >>> 32);
        int c2 = (int) counterHigh;
        int c3 = (int) (counterHigh >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * (c0 & MASK);
            long p1 = M1 * (c2 & MASK);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }

    /** A key of its own for each seed and stream, for those who draw by number with {@link #words}. */
    public static long key(long seed, long stream) {
        int[] block = new int[4];
        // no draw has this number, so the key is none of the stream's own numbers
        words(-1, stream, seed, block);
        return ((long) block[0] << 32) | (block[1] & MASK);
    }

    private long bits() {
        words(draws++, stream, seed, block);
        return ((long) block[0] << 32) | (block[1] & MASK);
    }

    /** The next number, uniform in [0, 1) with 53 random bits. */
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** The next number, uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** The next standard normal number, by the Box-Muller transform of two uniform ones. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** The next whole number, uniform in [0, bound). */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A random order of 0 .. n-1 (Fisher-Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
