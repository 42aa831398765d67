package org.chainboard.jcuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;

/**
 * A driver that interprets PTX on the processor, loaded in place of NVIDIA's. Work is done only when something waits for
 * it, so that a missing synchronisation shows; reads of what nobody has written, accesses outside an array, races and
 * barriers that not every thread reaches lose the context with error 700 and a line in the {@link #log}.
 *
 * <p>A Java machine can load one driver only, so tests that use it are called {@code *OnStandInTest} and run in a
 * process of their own. What can be set is written down in {@code settings.h}.
 */
final class StandIn {
    private static final int FIRST_FIGURE = 900_000;

    /** What the driver counts, over all contexts. */
    enum Figure {
        ARRAYS,
        PINNED,
        MODULES,
        STREAMS,
        EVENTS,
        GRAPHS,
        CONTEXTS,
        /** Jobs that wait in a queue. */
        WAITING,
        LAUNCHES,
        /** Thousands of instructions, each of a whole warp. */
        INSTRUCTIONS
    }

    private final Path folder;
    private final Map<String, String> settings = new TreeMap<>();

    private StandIn(Path folder) {
        this.folder = folder;
    }

    /**
     * Builds it where needed, loads it and JCuda on top of it, with no settings and an empty log. Without a compiler the
     * test is skipped, but fails where the environment variable {@code CI} is set.
     */
    static StandIn start() {
        boolean possible = Platform.here().isSupported() && !Platform.here().isWindows() && StandInBuild.isPossible();
        if (!possible && System.getenv("CI") != null) {
            throw new AssertionError(
                    "The stand-in driver needs g++ on Linux (x86-64), and CI demands that it is tested.");
        }
        assumeTrue(
                possible, "Skipped: the stand-in driver is built with g++ on Linux (x86-64), and there is none here.");
        try {
            return load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandIn load() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path built = StandInBuild.libraries(module);
        // a folder for every process: settings and log lie beside the library
        Path folder = built.resolve("process-" + ProcessHandle.current().pid());
        if (!Files.exists(folder.resolve("libcuda.so.1"))) {
            removeOfEndedProcesses(built);
            Files.createDirectories(folder);
            for (String library : List.of("libcublasLt.so.12", "libcublas.so.12", "libcuda.so.1")) {
                Files.copy(built.resolve(library), folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        System.load(folder.resolve("libcuda.so.1").toString());
        NativeFiles natives = new NativeFiles(built.resolveSibling("jcuda"));
        natives.unpack(Platform.here().library());
        withTemporaryFolder(natives.folder(), () -> JCudaDriver.setExceptionsEnabled(false));
        StandIn made = new StandIn(folder);
        made.reset();
        return made;
    }

    private static void removeOfEndedProcesses(Path built) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(built, "process-*")) {
            for (Path folder : folders) {
                long process = Long.parseLong(folder.getFileName().toString().substring("process-".length()));
                if (ProcessHandle.of(process).isEmpty()) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.sorted(Comparator.reverseOrder())
                                .forEach(file -> file.toFile().delete());
                    }
                }
            }
        }
    }

    /** Loads the stand-in for cuBLAS, and JCublas2's native library on top of it. */
    void loadCublas() {
        System.load(folder.resolve("libcublas.so.12").toString());
        try {
            NativeFiles natives = new NativeFiles(folder.getParent().resolveSibling("jcuda"));
            natives.unpack(Platform.here().library().replace("JCudaDriver", "JCublas2"));
            withTemporaryFolder(natives.folder(), () -> JCublas2.setExceptionsEnabled(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JCuda takes its native libraries from the temporary folder where they lie there already. */
    private static void withTemporaryFolder(Path folder, Runnable firstUse) {
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            firstUse.run();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    /** Where the libraries lie, the one of cuBLAS among them. */
    Path folder() {
        return folder;
    }

    /** Forgets all settings and empties the log. */
    void reset() {
        settings.clear();
        write();
        try {
            Files.deleteIfExists(folder.resolve("log.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets one of the keys of {@code settings.h}; it counts from the next call of the driver on. */
    StandIn set(String key, Object value) {
        settings.put(key, value.toString());
        write();
        return this;
    }

    /** Takes a setting back. */
    StandIn unset(String key) {
        settings.remove(key);
        write();
        return this;
    }

    private void write() {
        String text = settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path half = folder.resolve("settings.new");
            Files.writeString(half, text);
            Files.move(half, folder.resolve("settings.txt"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that went wrong, a line each: the error's number, then kernel, block, thread and line of the PTX. */
    List<String> log() {
        Path log = folder.resolve("log.txt");
        try {
            return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the driver has counted. */
    int figure(Figure figure) {
        int[] value = new int[1];
        JCudaDriver.cuDeviceGetAttribute(value, FIRST_FIGURE + figure.ordinal(), new CUdevice());
        return value[0];
    }
}
