package org.chainboard.jcuda;

import java.nio.file.Path;

/**
 * What the probe asks of NVIDIA's driver; the names in brackets are those of the CUDA driver interface. Any of it may throw
 * a {@link DriverFailure}.
 */
interface Driver {

    /** Starts it ({@code cuInit}). */
    void start();

    /** The CUDA version it supports, 1000 for each whole one: 12040 is 12.4 ({@code cuDriverGetVersion}). */
    int version();

    /** How many cards it sees ({@code cuDeviceGetCount}). */
    int devices();

    /** A card's compute capability, ten times: 89 is 8.9 ({@code cuDeviceGetAttribute}). */
    int capability(int device);

    /** What NVIDIA calls a card ({@code cuDeviceGetName}). */
    String name(int device);

    /** Has a card run the kernel {@code probe}; what that left. */
    int[] compute(int device);

    /** Whether cuBLAS could be loaded; looks for it once. */
    boolean multiplies();

    /** Whether it starts on a card as well, which it may refuse; that is tried out. */
    boolean multipliesOn(int device);

    /** How to come by a driver. */
    interface Loader {
        /**
         * Loads the driver with the native library that lies in a folder.
         *
         * @throws LinkageError when the library or the driver below it cannot be loaded
         */
        Driver load(Path folder);
    }
}
