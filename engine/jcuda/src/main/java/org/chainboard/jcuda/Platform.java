package org.chainboard.jcuda;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The system this runs on.
 *
 * @param os the property {@code os.name}
 * @param cpu the property {@code os.arch}
 */
record Platform(String os, String cpu) {

    static Platform here() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    private boolean is(String name) {
        return os.toLowerCase(Locale.ROOT).startsWith(name);
    }

    boolean isWindows() {
        return is("windows");
    }

    boolean isMac() {
        return is("mac");
    }

    /** Whether JCuda has a native library for it. */
    boolean isSupported() {
        boolean wide = cpu.equals("amd64") || cpu.equals("x86_64");
        return wide && (isWindows() || is("linux"));
    }

    /** Its name in JCuda's files. */
    String id() {
        return (isWindows() ? "windows" : "linux") + "-x86_64";
    }

    /** The file name of JCuda's native library for the driver. */
    String library() {
        return library("JCudaDriver");
    }

    /** The file name of one of JCuda's native libraries. */
    String library(String part) {
        String name = part + "-" + NativeFiles.JCUDA + "-" + id();
        return isWindows() ? name + ".dll" : "lib" + name + ".so";
    }

    /** The file name of NVIDIA's driver. */
    String driver() {
        return isWindows() ? "nvcuda.dll" : "libcuda.so.1";
    }

    /** Where this user's programs keep what they can make again. */
    Path cache() {
        String home = System.getProperty("user.home", ".");
        String given = System.getenv(isWindows() ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (given != null && Path.of(given).isAbsolute()) {
            return Path.of(given);
        }
        return isWindows() ? Path.of(home, "AppData", "Local") : Path.of(home, ".cache");
    }
}
