package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NativeFilesTest {
    private static final Platform LINUX = new Platform("Linux", "amd64");

    @TempDir
    private Path folder;

    static Stream<String> libraries() {
        return Stream.of(LINUX, new Platform("Windows 11", "amd64"))
                .flatMap(platform -> Stream.of(platform.library(), platform.library("JCublas2")));
    }

    private static byte[] packed(Platform platform) throws Exception {
        return packed(platform.library());
    }

    private static byte[] packed(String library) throws Exception {
        try (var resource = NativeFilesTest.class.getResourceAsStream("/lib/" + library)) {
            return resource.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void theLibraryIsPackedForEverySystemAndWrittenWhole(String library) throws Exception {
        new NativeFiles(folder).unpack(library);

        assertThat(folder.resolve(library)).hasBinaryContent(packed(library));
    }

    @Test
    void aFileThatWasCutOffIsReplaced() throws Exception {
        Path library = folder.resolve(LINUX.library());
        Files.write(library, new byte[1000]);

        new NativeFiles(folder).unpack(LINUX.library());

        assertThat(library).hasBinaryContent(packed(LINUX));
    }

    @Test
    void aForeignFileOfTheSameLengthIsReplaced() throws Exception {
        Path library = folder.resolve(LINUX.library());
        Files.write(library, new byte[packed(LINUX).length]);

        new NativeFiles(folder).unpack(LINUX.library());

        assertThat(library).hasBinaryContent(packed(LINUX));
    }

    @Test
    void theRightFileIsLeftAlone() throws Exception {
        NativeFiles natives = new NativeFiles(folder);
        natives.unpack(LINUX.library());
        Object before =
                Files.readAttributes(folder.resolve(LINUX.library()), "*").get("fileKey");

        natives.unpack(LINUX.library());

        assertThat(Files.readAttributes(folder.resolve(LINUX.library()), "*").get("fileKey"))
                .isEqualTo(before);
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws Exception {
        new NativeFiles(folder).unpack(LINUX.library());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(LINUX.library()));
        }
    }

    @Test
    void othersMayNotLookIntoTheFolder() throws Exception {
        Path own = folder.resolve("own");
        new NativeFiles(own).unpack(LINUX.library());

        if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(own)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aLibraryThatIsNotPackedIsMissed() {
        assertThatThrownBy(() -> new NativeFiles(folder).unpack("libNone.so")).isInstanceOf(NoSuchFileException.class);
    }
}
