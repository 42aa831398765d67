package org.chainboard.jcuda;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.chainboard.engine.backend.BackendException;

/**
 * Looks for a card. The checks run from what is cheap to what may fail hard: the system, JCuda's native library, the
 * driver, its version, the cards. The first that fails gives the sentence.
 */
final class CardSearch {
    /** JCuda 12.6 imports functions that came with CUDA 12.0. */
    private static final int LEAST_CUDA = 12_000;

    /** Maxwell, ten times; older cards do not take the kernels. */
    private static final int LEAST_CAPABILITY = 50;

    private static final int NO_DEVICE = 100;
    private static final int DRIVER_MISMATCH = 803;

    private final Platform platform;
    private final NativeFiles natives;
    private final Driver.Loader loader;

    /** On this system, for this user. */
    CardSearch() {
        this(Platform.here());
    }

    private CardSearch(Platform platform) {
        this(platform, NativeFiles.in(platform.cache()), JCudaCalls::load);
    }

    CardSearch(Platform platform, NativeFiles natives, Driver.Loader loader) {
        this.platform = platform;
        this.natives = natives;
        this.loader = loader;
    }

    /**
     * A card that could do.
     *
     * @param driver the driver that was asked
     * @param device its number there
     * @param name what NVIDIA calls it
     */
    record Found(Driver driver, int device, String name) {}

    /**
     * The first card that could do.
     *
     * @throws BackendException with the sentence that says why there is none
     */
    Found find() {
        if (!platform.isSupported()) {
            throw none(platform.isMac() ? "mac" : "platform", platform.os(), platform.cpu());
        }
        try {
            natives.unpack(platform.library());
        } catch (NoSuchFileException e) {
            throw none("noNatives", platform.id());
        } catch (IOException e) {
            throw none("notWritten", natives.folder());
        }
        try {
            return ask(loader.load(natives.folder()));
        } catch (LinkageError e) {
            throw notLoaded(e);
        } catch (DriverFailure e) {
            throw switch (e.code()) {
                case NO_DEVICE -> none("noDevice");
                case DRIVER_MISMATCH -> none("mismatch");
                default -> none("failed", e.code());
            };
        }
    }

    private static Found ask(Driver driver) {
        driver.start();
        int version = driver.version();
        if (version < LEAST_CUDA) {
            throw none("oldDriver", version / 1000, version % 1000 / 10);
        }
        int devices = driver.devices();
        if (devices == 0) {
            throw none("noDevice");
        }
        for (int device = 0; device < devices; device++) {
            if (driver.capability(device) >= LEAST_CAPABILITY) {
                return new Found(driver, device, driver.name(device));
            }
        }
        int capability = driver.capability(0);
        throw none("oldCard", driver.name(0), capability / 10, capability % 10);
    }

    private BackendException notLoaded(LinkageError error) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassNotFoundException) {
                return none("noJCuda");
            }
            said.append(cause.getMessage());
        }
        if (platform.isWindows()) {
            // Windows does not say which library is missing, and loads nothing for a driver that is too old
            return none("noDriverWindows", platform.driver());
        }
        boolean noDriver = said.indexOf(platform.driver()) >= 0;
        return noDriver ? none("noDriver", platform.driver()) : none("notLoaded", natives.folder());
    }

    private static BackendException none(String key, Object... arguments) {
        return new BackendException(Sentences.get(key, arguments));
    }
}
