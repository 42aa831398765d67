package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CublasFilesTest {
    private static final String LINUX = "libcublas.so.12";

    @TempDir
    private Path folder;

    private Path root;
    private Path home;

    @BeforeEach
    void makeFolders() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        home = Files.createDirectory(folder.resolve("home"));
    }

    private Path put(String... files) throws Exception {
        Path last = folder;
        for (String file : files) {
            last = folder.resolve(file);
            Files.createDirectories(last.getParent());
            Files.createFile(last);
        }
        return last;
    }

    private List<Path> found(boolean windows, String setting, Map<String, String> environment) {
        return new CublasFiles(windows, setting, environment, root, home).find();
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("the folder that was named", "named/" + LINUX),
                arguments("a toolkit's folder", "toolkit/lib64/" + LINUX),
                arguments("a toolkit's folder for this system", "toolkit/targets/x86_64-linux/lib/" + LINUX),
                arguments("a toolkit installed as usual", "root/usr/local/cuda-12.4/lib64/" + LINUX),
                arguments("the latest toolkit", "root/usr/local/cuda/lib64/" + LINUX),
                arguments("the system's libraries", "root/usr/lib/x86_64-linux-gnu/" + LINUX),
                arguments(
                        "what JavaCPP has unpacked",
                        "home/.javacpp/cache/cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar/org/bytedeco/cuda/linux-x86_64/"
                                + LINUX),
                arguments("a virtual environment", "venv/lib/python3.11/site-packages/nvidia/cublas/lib/" + LINUX),
                arguments(
                        "the user's Python packages",
                        "home/.local/lib/python3.12/site-packages/nvidia/cublas/lib/" + LINUX),
                arguments(
                        "the system's Python packages",
                        "root/usr/lib/python3/dist-packages/nvidia/cublas/lib/" + LINUX));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("places")
    void aCopyIsFound(String name, String file) throws Exception {
        Path cublas = put(file);
        Map<String, String> environment = Map.of(
                "CUDA_PATH",
                folder.resolve("toolkit").toString(),
                "VIRTUAL_ENV",
                folder.resolve("venv").toString());

        assertThat(found(false, folder.resolve("named").toString(), environment))
                .containsExactly(cublas);
    }

    static Stream<Arguments> windowsPlaces() {
        return Stream.of(
                arguments("a toolkit's folder", "toolkit/bin/cublas64_12.dll"),
                arguments(
                        "a toolkit installed as usual",
                        "root/NVIDIA GPU Computing Toolkit/CUDA/v12.6/bin/cublas64_12.dll"),
                arguments(
                        "the user's Python packages",
                        "home/AppData/Local/Programs/Python/Python312/Lib/site-packages/nvidia/cublas/bin/"
                                + "cublas64_12.dll"));
    }

    @ParameterizedTest(name = "on Windows in {0}")
    @MethodSource("windowsPlaces")
    void aCopyForWindowsIsFound(String name, String file) throws Exception {
        Path cublas = put(file);

        assertThat(found(
                        true,
                        "",
                        Map.of("CUDA_PATH_V12_6", folder.resolve("toolkit").toString())))
                .containsExactly(cublas);
    }

    @Test
    void theLibraryThatTheOtherNeedsComesFirst() throws Exception {
        Path cublas = put("named/libcublasLt.so.12", "named/" + LINUX);

        assertThat(found(false, cublas.getParent().toString(), Map.of()))
                .containsExactly(cublas.resolveSibling("libcublasLt.so.12"), cublas);
    }

    @Test
    void theFolderThatWasNamedIsPreferred() throws Exception {
        put("toolkit/lib64/" + LINUX);
        Path named = put("named/" + LINUX);

        assertThat(found(
                        false,
                        named.getParent().toString(),
                        Map.of("CUDA_PATH", folder.resolve("toolkit").toString())))
                .containsExactly(named);
    }

    @Test
    void theNewestOfSeveralToolkitsIsTaken() throws Exception {
        put("root/usr/local/cuda-12.0/lib64/" + LINUX);
        Path newest = put("root/usr/local/cuda-12.6/lib64/" + LINUX);

        assertThat(found(false, "", Map.of())).containsExactly(newest);
    }

    @Test
    void aCopyForAnotherCudaIsNone() throws Exception {
        put("root/usr/local/cuda/lib64/libcublas.so.13");

        assertThat(found(false, "", Map.of())).isEmpty();
    }

    @Test
    void variablesThatNameNoFolderDoNoHarm() {
        assertThat(found(false, "", Map.of("CUDA_PATH", "\0", "CUDA_HOME", "", "VIRTUAL_ENV", " ")))
                .isEmpty();
    }
}
