package org.chainboard.jcuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the stand-in driver and the stand-in cuBLAS from {@code src/test/cpp} with g++, once for every state of the
 * sources and every kind of processor, into a folder named after both.
 */
final class StandInBuild {
    /** Floating-point arithmetic stays as it is written: no product is fused with a sum that the kernel did not fuse. */
    private static final List<String> OPTIONS = List.of(
            "-std=c++17",
            "-fPIC",
            "-fvisibility=hidden",
            "-march=native",
            "-ftree-vectorize",
            "-fno-strict-aliasing",
            "-ffp-contract=off",
            "-fno-math-errno");

    /** One run of the compiler: what it makes, how hard it tries, and the files that it reads as one. */
    private record Unit(String name, List<String> options, List<String> sources) {}

    private static final List<Unit> DRIVER = List.of(
            quick(
                    "driver",
                    "api_device",
                    "api_errors",
                    "api_graph",
                    "api_memory",
                    "api_module",
                    "api_stream",
                    "driver",
                    "memory",
                    "settings",
                    "stubs"),
            quick("ptx", "tokens", "module", "body", "decode", "decode_memory"),
            fast("memory_operations", "operations_memory", "operations_compare", "operations_convert"),
            fast("arithmetic", "operations_integer", "operations_float", "operations_warp", "machine", "launch"),
            new Unit("rounded", List.of("-O1", "-frounding-math"), List.of("operations_rounded")));
    private static final Unit CUBLAS = fast("cublas", "cublas/cublas");
    private static final Unit CUBLAS_LT = quick("cublasLt", "cublas/cublasLt");

    private final Path sources;
    private final Path target;

    private StandInBuild(Path sources, Path target) {
        this.sources = sources;
        this.target = target;
    }

    private static Unit quick(String name, String... sources) {
        return new Unit(name, List.of("-O1"), List.of(sources));
    }

    private static Unit fast(String name, String... sources) {
        return new Unit(name, List.of("-O2", "-fno-trapping-math"), List.of(sources));
    }

    /** Whether there is a compiler. */
    static boolean isPossible() {
        try {
            Process version = new ProcessBuilder("g++", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The folder with {@code libcuda.so.1}, {@code libcublas.so.12} and {@code libcublasLt.so.12}.
     *
     * @param module the folder of this Maven module
     */
    static Path libraries(Path module) throws IOException {
        Path sources = module.resolve("src/test/cpp");
        Path built = module.resolve("target/standin").resolve(digest(sources));
        if (Files.isDirectory(built)) {
            return built;
        }
        Path failed = built.resolveSibling(built.getFileName() + ".failed");
        if (Files.exists(failed)) {
            throw new IOException(Files.readString(failed));
        }
        Files.createDirectories(built.getParent());
        Path half = Files.createTempDirectory(built.getParent(), "new");
        try {
            new StandInBuild(sources, half).build();
        } catch (IOException e) {
            // the next test need not try again
            Files.writeString(failed, String.valueOf(e.getMessage()));
            throw e;
        }
        try {
            Files.move(half, built, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(built)) {
                throw e;
            }
            // another process has built it meanwhile
        }
        return built;
    }

    /** Of the sources, and of what the processor can do, since it is built for the one that it runs on. */
    private static String digest(Path sources) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
                lines.filter(line -> line.startsWith("flags"))
                        .findFirst()
                        .ifPresent(flags -> digest.update(flags.getBytes(StandardCharsets.UTF_8)));
            }
            digest.update((OPTIONS.toString() + DRIVER + CUBLAS).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void build() throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> driver = new ArrayList<>();
            DRIVER.forEach(unit -> driver.add(pool.submit(() -> compile(unit))));
            Future<Path> cublas = pool.submit(() -> compile(CUBLAS));
            Future<Path> cublasLt = pool.submit(() -> compile(CUBLAS_LT));
            link("libcuda.so.1", all(driver), List.of());
            link("libcublasLt.so.12", List.of(cublasLt.get()), List.of());
            link(
                    "libcublas.so.12",
                    List.of(cublas.get()),
                    List.of(
                            target.resolve("libcuda.so.1").toString(),
                            "-Wl,--version-script=" + sources.resolve("cublas/versions.map")));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Path> all(List<Future<Path>> waiting) throws ExecutionException, InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Future<Path> each : waiting) {
            objects.add(each.get());
        }
        return objects;
    }

    private Path compile(Unit unit) throws IOException, InterruptedException {
        Path source = target.resolve("unit_" + unit.name() + ".cpp");
        Path object = target.resolve("unit_" + unit.name() + ".o");
        Files.writeString(
                source,
                unit.sources().stream()
                        .map(file -> "#include \"" + file + ".cpp\"\n")
                        .collect(Collectors.joining()));
        List<String> command = new ArrayList<>(List.of("g++"));
        command.addAll(OPTIONS);
        command.addAll(unit.options());
        command.addAll(List.of("-I" + sources, "-c", source.toString(), "-o", object.toString()));
        run(command);
        return object;
    }

    private void link(String library, List<Path> objects, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("g++", "-shared", "-Wl,-soname," + library));
        command.addAll(List.of("-o", target.resolve(library).toString()));
        objects.forEach(object -> command.add(object.toString()));
        command.addAll(more);
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(target, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + Files.readString(said));
        }
    }
}
