package org.chainboard.jcuda;

import java.nio.file.Path;

/** What the probe asks of NVIDIA's driver; the names in brackets are those of the CUDA driver interface. */
interface Driver {

    /** Starts it ({@code cuInit}). */
    void start() throws DriverFailure;

    /** The CUDA version it supports, 1000 for each whole one: 12040 is 12.4 ({@code cuDriverGetVersion}). */
    int version() throws DriverFailure;

    /** How many cards it sees ({@code cuDeviceGetCount}). */
    int devices() throws DriverFailure;

    /** A card's compute capability, ten times: 89 is 8.9 ({@code cuDeviceGetAttribute}). */
    int capability(int device) throws DriverFailure;

    /** What NVIDIA calls a card ({@code cuDeviceGetName}). */
    String name(int device) throws DriverFailure;

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
