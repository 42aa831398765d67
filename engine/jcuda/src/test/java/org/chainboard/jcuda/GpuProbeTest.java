package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Accelerator.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cause has its sentence. */
class GpuProbeTest {
    private static final Platform LINUX = new Platform("Linux", "amd64");
    private static final Platform WINDOWS = new Platform("Windows 11", "amd64");
    private static final int FINE = 0;

    /** A card as the driver reports it. */
    private record Card(String name, int capability) {}

    /**
     * A driver that answers as told: the code of its start, its version, its cards, the code of the first kernel, what
     * that computes, whether cuBLAS is there, whether it starts.
     */
    private record Told(
            int started, int cuda, List<Card> cards, int ran, int factor, boolean multiplies, boolean multipliesOnCard)
            implements Driver {
        Told(int started, int cuda, List<Card> cards) {
            this(started, cuda, cards, FINE, 42, false, false);
        }

        @Override
        public boolean multipliesOn(int device) {
            return multipliesOnCard;
        }

        @Override
        public int[] compute(int device) {
            if (ran != FINE) {
                throw new DriverFailure(ran);
            }
            return IntStream.range(0, 32).map(i -> factor * i).toArray();
        }

        @Override
        public void start() {
            if (started != FINE) {
                throw new DriverFailure(started);
            }
        }

        @Override
        public int version() {
            return cuda;
        }

        @Override
        public int devices() {
            return cards.size();
        }

        @Override
        public int capability(int device) {
            return cards.get(device).capability();
        }

        @Override
        public String name(int device) {
            return cards.get(device).name();
        }
    }

    private static Status probe(Platform platform, Path folder, Driver.Loader loader) {
        return new GpuProbe(new CardSearch(platform, new NativeFiles(folder), loader)).probe();
    }

    static Stream<Arguments> drivers() {
        Card old = new Card("GeForce GTX 780", 35);
        Card card = new Card("NVIDIA GeForce RTX 4060", 89);
        Status found = new Status(
                true, "NVIDIA GeForce RTX 4060", "NVIDIA GeForce RTX 4060 can train. Matrix products: built in.");
        return Stream.of(
                arguments("a card", new Told(FINE, 12_040, List.of(card)), found),
                arguments(
                        "a card and cuBLAS",
                        new Told(FINE, 12_040, List.of(card), FINE, 42, true, true),
                        new Status(
                                true,
                                "NVIDIA GeForce RTX 4060",
                                "NVIDIA GeForce RTX 4060 can train. Matrix products: cuBLAS 12.")),
                arguments(
                        "a card on which cuBLAS does not start",
                        new Told(FINE, 12_040, List.of(card), FINE, 42, true, false),
                        found),
                arguments("the oldest driver that will do", new Told(FINE, 12_000, List.of(card)), found),
                arguments("a better card behind an old one", new Told(FINE, 13_000, List.of(old, card)), found),
                arguments(
                        "an old card",
                        new Told(FINE, 12_000, List.of(old)),
                        none("GeForce GTX 780 has compute capability 3.5; 5.0 (Maxwell) or newer is needed.")),
                arguments(
                        "no card",
                        new Told(FINE, 12_000, List.of()),
                        none("The NVIDIA driver reports no CUDA-capable GPU.")),
                arguments(
                        "no card, told at the start",
                        new Told(100, 12_000, List.of()),
                        none("The NVIDIA driver reports no CUDA-capable GPU.")),
                arguments(
                        "an old driver",
                        new Told(FINE, 11_080, List.of(card)),
                        none(
                                "The NVIDIA driver supports CUDA 11.8 only; CUDA 12.0 (driver 525 on Linux, 527 on Windows, "
                                        + "or newer) is needed.")),
                arguments(
                        "a driver just updated",
                        new Told(803, 12_000, List.of(card)),
                        none("The NVIDIA driver and its kernel module have different versions; restart the computer.")),
                arguments(
                        "a driver that does not start",
                        new Told(999, 12_000, List.of(card)),
                        none("The NVIDIA driver failed to start (error 999); restart the computer.")));
    }

    static Stream<Arguments> firstKernels() {
        return Stream.of(
                arguments("computes wrongly", FINE, 41, "RTX computed a first example wrongly, so it is not used."),
                arguments("computes nothing", FINE, 0, "RTX computed a first example wrongly, so it is not used."),
                arguments(
                        "has no memory",
                        2,
                        42,
                        "RTX has too little free memory for this. Close other programs that use the card, or make a "
                                + "layer or the batch smaller."),
                arguments(
                        "has a driver too old for the kernels",
                        222,
                        42,
                        "The NVIDIA driver is too old for the kernels that RTX would run; a newer driver will do."),
                arguments(
                        "is too old for the kernels",
                        209,
                        42,
                        "RTX is too old for the kernels, so the processor trains."),
                arguments("is somebody else's", 46, 42, "RTX cannot be used (CUDA error 46)."),
                arguments("fails", 700, 42, "RTX has stopped answering (CUDA error 700)."));
    }

    @ParameterizedTest(name = "a card that {0}")
    @MethodSource("firstKernels")
    void aCardHasToComputeRightly(String name, int code, int factor, String sentence, @TempDir Path folder) {
        Driver driver = new Told(FINE, 12_000, List.of(new Card("RTX", 89)), code, factor, true, true);

        assertThat(probe(LINUX, folder, at -> driver)).isEqualTo(none(sentence));
    }

    private static Status none(String sentence) {
        return new Status(false, "", sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drivers")
    void whatTheDriverSaysBecomesASentence(String name, Driver driver, Status expected, @TempDir Path folder) {
        assertThat(probe(LINUX, folder, at -> driver)).isEqualTo(expected);
    }

    static Stream<Arguments> errors() {
        LinkageError noDriver = new UnsatisfiedLinkError("libJCudaDriver.so: libcuda.so.1: cannot open shared object");
        LinkageError again = new NoClassDefFoundError("Could not initialize class jcuda.driver.JCudaDriver");
        again.initCause(noDriver);
        LinkageError absent = new NoClassDefFoundError("jcuda/driver/JCudaDriver");
        absent.initCause(new ClassNotFoundException("jcuda.driver.JCudaDriver"));
        String sentence = "No NVIDIA driver found (libcuda.so.1 cannot be loaded).";
        return Stream.of(
                arguments("no driver", LINUX, noDriver, sentence),
                arguments("no driver, asked again", LINUX, again, sentence),
                arguments(
                        "no driver, or an old one, on Windows",
                        WINDOWS,
                        new UnsatisfiedLinkError("Can't find dependent libraries"),
                        "No NVIDIA driver of version 527 or newer found (nvcuda.dll cannot be loaded)."),
                arguments(
                        "JCuda is not installed",
                        LINUX,
                        absent,
                        "JCuda is not on the class path, so no GPU can be looked for."),
                arguments(
                        "a folder that may not hold programs",
                        LINUX,
                        new UnsatisfiedLinkError("failed to map segment from shared object"),
                        "JCuda’s native library in FOLDER could not be loaded."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void whatCannotBeLoadedBecomesASentence(
            String name, Platform platform, LinkageError error, String sentence, @TempDir Path folder) {
        Status status = probe(platform, folder, at -> {
            throw error;
        });

        assertThat(status).isEqualTo(none(sentence.replace("FOLDER", folder.toString())));
    }

    static Stream<Arguments> platforms() {
        return Stream.of(
                arguments("Mac OS X", "aarch64", "NVIDIA’s CUDA does not exist on macOS, so the processor trains."),
                arguments(
                        "Linux",
                        "aarch64",
                        "GPUs are used on Linux and Windows with an x86-64 processor; this is Linux on aarch64."),
                arguments(
                        "FreeBSD",
                        "amd64",
                        "GPUs are used on Linux and Windows with an x86-64 processor; this is FreeBSD on amd64."));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void otherSystemsAreNotTried(String os, String cpu, String sentence, @TempDir Path folder) {
        Status status = probe(new Platform(os, cpu), folder, at -> {
            throw new AssertionError("tried");
        });

        assertThat(status).isEqualTo(none(sentence));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsTold(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(probe(LINUX, file, at -> null))
                .isEqualTo(none("JCuda’s native library could not be written to " + file + "."));
    }
}
