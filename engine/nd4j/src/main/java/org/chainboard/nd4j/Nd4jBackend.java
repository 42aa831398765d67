package org.chainboard.nd4j;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;

/**
 * Runs plans on ND4J. Making one loads nothing; the first {@link #bind} loads ND4J and its native library, which takes
 * seconds and, the very first time, unpacks some hundred megabytes.
 */
public final class Nd4jBackend implements Backend {
    private final Runnable loader;

    /** As {@link java.util.ServiceLoader} makes it. */
    public Nd4jBackend() {
        // A reference to a method does not load its class, and so not ND4J, before it is called.
        this(Library::load);
    }

    Nd4jBackend(Runnable loader) {
        this.loader = loader;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Executable bind(List<Plan> plans) {
        try {
            loader.run();
        } catch (LinkageError | RuntimeException e) {
            // ND4J wraps a native library that cannot be loaded in exceptions of various kinds.
            String key = isMissing(e) ? "missing" : "notLoaded";
            throw new BackendException(sentence(key, System.getProperty("os.name"), System.getProperty("os.arch")), e);
        }
        try {
            return new Nd4jExecutable(plans);
        } catch (OutOfMemoryError e) {
            throw new BackendException(sentence("memory"), e);
        }
    }

    private static boolean isMissing(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private static String sentence(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("nd4j." + key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
