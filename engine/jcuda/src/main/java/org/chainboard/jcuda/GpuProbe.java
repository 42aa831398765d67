package org.chainboard.jcuda;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chainboard.engine.backend.Accelerator;

/**
 * Looks for an NVIDIA card. The checks run from what is cheap to what may fail hard: the system, JCuda's native library,
 * the driver, its version, the cards. The first that fails gives the sentence.
 */
public final class GpuProbe implements Accelerator {
    /** JCuda 12.6 imports functions that came with CUDA 12.0. */
    private static final int LEAST_CUDA = 12_000;

    /** Maxwell, ten times; older cards take none of the kernels that are to come. */
    private static final int LEAST_CAPABILITY = 50;

    private static final int NO_DEVICE = 100;
    private static final int DRIVER_MISMATCH = 803;

    private final Platform platform;
    private final NativeFiles natives;
    private final Driver.Loader loader;

    /** For this system and this user; touches nothing yet. */
    public GpuProbe() {
        this(Platform.here());
    }

    private GpuProbe(Platform platform) {
        this(platform, NativeFiles.in(platform.cache()), JCudaCalls::load);
    }

    GpuProbe(Platform platform, NativeFiles natives, Driver.Loader loader) {
        this.platform = platform;
        this.natives = natives;
        this.loader = loader;
    }

    @Override
    public Status probe() {
        if (!platform.isSupported()) {
            return none(platform.isMac() ? "mac" : "platform", platform.os(), platform.cpu());
        }
        try {
            natives.unpack(platform.library());
        } catch (NoSuchFileException e) {
            return none("noNatives", platform.id());
        } catch (IOException e) {
            return none("notWritten", natives.folder());
        }
        try {
            return ask(loader.load(natives.folder()));
        } catch (LinkageError e) {
            return notLoaded(e);
        } catch (DriverFailure e) {
            return switch (e.code()) {
                case NO_DEVICE -> none("noDevice");
                case DRIVER_MISMATCH -> none("mismatch");
                default -> none("failed", e.code());
            };
        }
    }

    private static Status ask(Driver driver) throws DriverFailure {
        driver.start();
        int version = driver.version();
        if (version < LEAST_CUDA) {
            return none("oldDriver", version / 1000, version % 1000 / 10);
        }
        int devices = driver.devices();
        if (devices == 0) {
            return none("noDevice");
        }
        for (int device = 0; device < devices; device++) {
            if (driver.capability(device) >= LEAST_CAPABILITY) {
                String name = driver.name(device);
                return new Status(true, name, sentence("found", name));
            }
        }
        int capability = driver.capability(0);
        return none("oldCard", driver.name(0), capability / 10, capability % 10);
    }

    private Status notLoaded(LinkageError error) {
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

    private static Status none(String key, Object... arguments) {
        return new Status(false, "", sentence(key, arguments));
    }

    private static String sentence(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("gpu." + key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
