package org.chainboard.jcuda;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a copy of cuBLAS for CUDA 12 may lie: the folder that was named, an installed toolkit, what JavaCPP has unpacked,
 * a Python package. The first that is there is taken.
 */
final class CublasFiles {
    /** Names a folder, or is {@link #OFF}. */
    static final String SETTING = "chainboard.cublas";

    /** The setting with which cuBLAS is not looked for. */
    static final String OFF = "off";

    private final boolean windows;
    private final String setting;
    private final Map<String, String> environment;
    private final Path root;
    private final Path home;

    /**
     * @param windows whether the files are those of Windows
     * @param setting the setting, empty where there is none
     * @param environment the variables of the environment
     * @param root where the folders of the system begin
     * @param home the user's folder
     */
    CublasFiles(boolean windows, String setting, Map<String, String> environment, Path root, Path home) {
        this.windows = windows;
        this.setting = setting;
        this.environment = environment;
        this.root = root;
        this.home = home;
    }

    /** On this system. */
    static CublasFiles here(Platform platform) {
        Path root = Path.of(platform.isWindows() ? System.getenv().getOrDefault("ProgramFiles", "C:\\") : "/");
        return new CublasFiles(
                platform.isWindows(),
                System.getProperty(SETTING, ""),
                System.getenv(),
                root,
                Path.of(System.getProperty("user.home", ".")));
    }

    /** Whether it may be looked for. */
    boolean wanted() {
        return !setting.equals(OFF);
    }

    /** The files to be loaded, in that order; empty where there are none. */
    List<Path> find() {
        return candidates()
                .map(this::libraries)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    /** The two libraries in a folder; the first may be missing, where the system finds it beside the second. */
    private Optional<List<Path>> libraries(Path folder) {
        Path cublas = folder.resolve(windows ? "cublas64_12.dll" : "libcublas.so.12");
        Path light = folder.resolve(windows ? "cublasLt64_12.dll" : "libcublasLt.so.12");
        if (!Files.isRegularFile(cublas)) {
            return Optional.empty();
        }
        return Optional.of(Files.isRegularFile(light) ? List.of(light, cublas) : List.of(cublas));
    }

    /** Folders, best first; each is looked at only when those before it were of no use. */
    private Stream<Path> candidates() {
        return Stream.<Stream<Path>>of(
                        setting.isEmpty() ? Stream.empty() : path(setting),
                        toolkits().flatMap(this::within),
                        usual(),
                        matching(home, ".javacpp", "cache", "cuda-12*", "org", "bytedeco", "cuda", "*"),
                        python())
                .flatMap(folders -> folders);
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** The variables by which a toolkit is made known, CUDA_PATH first. */
    private Stream<Path> toolkits() {
        List<String> found = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("CUDA_PATH") || name.equals("CUDA_HOME")) {
                found.add(value);
            }
        });
        return found.stream().filter(value -> !value.isBlank()).flatMap(CublasFiles::path);
    }

    private Stream<Path> within(Path toolkit) {
        return windows
                ? Stream.of(toolkit.resolve("bin"), toolkit.resolve("bin").resolve("x64"))
                : Stream.of(
                        toolkit.resolve("lib64"), toolkit.resolve("targets/x86_64-linux/lib"), toolkit.resolve("lib"));
    }

    private Stream<Path> usual() {
        if (windows) {
            return matching(root, "NVIDIA GPU Computing Toolkit", "CUDA", "v12*")
                    .flatMap(this::within);
        }
        Stream<Path> installed = Stream.concat(
                        matching(root, "usr", "local", "cuda-12*"),
                        Stream.of(root.resolve("usr/local/cuda"), root.resolve("opt/cuda")))
                .flatMap(this::within);
        return Stream.concat(installed, Stream.of(root.resolve("usr/lib/x86_64-linux-gnu"), root.resolve("usr/lib64")));
    }

    private Stream<Path> python() {
        String[] part = windows ? new String[] {"nvidia", "cublas", "bin"} : new String[] {"nvidia", "cublas", "lib"};
        Stream<Path> own = Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .flatMap(CublasFiles::path)
                .flatMap(this::sitePackages);
        Stream<Path> shared = windows
                ? matching(home, "AppData", "Local", "Programs", "Python", "Python3*")
                        .flatMap(this::sitePackages)
                : Stream.of(home.resolve(".local"), root.resolve("usr/local"), root.resolve("usr"))
                        .flatMap(this::sitePackages);
        return Stream.concat(own, shared).map(packages -> packages.resolve(Path.of(part[0], part[1], part[2])));
    }

    private Stream<Path> sitePackages(Path python) {
        if (windows) {
            return Stream.of(python.resolve("Lib").resolve("site-packages"));
        }
        return Stream.concat(
                matching(python, "lib", "python3*", "site-packages"),
                matching(python, "lib", "python3*", "dist-packages"));
    }

    /** What is reached through folders of these names, in which * stands for anything; the highest name first. */
    private static Stream<Path> matching(Path from, String... names) {
        List<Path> reached = List.of(from);
        for (String name : names) {
            List<Path> next = new ArrayList<>();
            for (Path folder : reached) {
                next.addAll(name.contains("*") ? children(folder, name) : List.of(folder.resolve(name)));
            }
            reached = next;
        }
        return reached.stream();
    }

    private static List<Path> children(Path folder, String name) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, name)) {
                children.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                // a folder that may not be read holds nothing for us
                return List.of();
            }
        }
        found.sort(Collections.reverseOrder());
        return found;
    }
}
