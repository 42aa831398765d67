package org.chainboard.engine.backend.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Dtwins=write} the classes for double precision are written anew; the formatter has to follow. */
@DisplayName("What is said for single precision is said for double precision too")
class TwinTest {
    private static final Path SOURCES = Path.of("src/main/java/org/chainboard/engine/backend/jvm");

    static List<String> singles() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Float") && !name.contains("Curves"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("singles")
    void theTwinDiffersInTheNumberTypeOnly(String name) throws IOException {
        Path twin = SOURCES.resolve(twin(name));
        String expected = twin(Files.readString(SOURCES.resolve(name)));
        if ("write".equals(System.getProperty("twins"))) {
            Files.writeString(twin, expected);
        }
        assertThat(words(Files.readString(twin))).isEqualTo(words(expected));
    }

    private static String twin(String text) {
        return text.replace("Float", "Double")
                .replace("float", "double")
                .replace("single precision", "double precision")
                .replaceAll("(\\w+)\\.shape\\(\\), numbers", "$1.shape(), $1.dtype(), numbers");
    }

    /** Where a line breaks, and in which order imports come, is the formatter's. */
    private static List<String> words(String text) {
        return Stream.of(text.replaceAll("import [^;]*;", "").split("[\\s*]+|(?=[(.])|(?<=[(.])"))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
