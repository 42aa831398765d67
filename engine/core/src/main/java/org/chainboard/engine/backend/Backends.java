package org.chainboard.engine.backend;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds backends on the class path. That one is missing is normal. */
public final class Backends {
    private Backends() {}

    /** The name of the built-in backend, which is always there. */
    public static final String REFERENCE = "reference";

    /** The name of the fast processor backend, which is always there too. */
    public static final String JVM = "jvm";

    /** The name of the one that computes on NVIDIA’s graphics cards; not every installation has it. */
    public static final String CUDA = "jcuda";

    /** The name of the one to take unless somebody asks for another. */
    public static final String USUAL = JVM;

    private static final List<String> FIRST = List.of(JVM, REFERENCE);

    /** All that are there, the usual one first. None of them has loaded its library yet. */
    public static List<Backend> available() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(
                        backend -> FIRST.contains(backend.name()) ? FIRST.indexOf(backend.name()) : 2))
                .toList();
    }

    /** What can look for hardware; none of them has looked yet. */
    public static List<Accelerator> accelerators() {
        return ServiceLoader.load(Accelerator.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The backend of this name.
     *
     * @throws BackendException naming those that are there
     */
    public static Backend named(String name) {
        List<Backend> all = available();
        return all.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BackendException("There is no backend “" + name + "”. This installation has: "
                        + all.stream().map(Backend::name).collect(Collectors.joining(", ")) + "."));
    }
}
