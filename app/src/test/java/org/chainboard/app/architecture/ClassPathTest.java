package org.chainboard.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window, which has all modules, brings along. */
class ClassPathTest {
    /** Where Surefire puts the class path into the manifest of an archive, it says so in a property of its own. */
    private static List<String> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
    }

    /** Cards are used through JCuda; ND4J's own way there would be another gigabyte, and a second driver of the card. */
    @Test
    void nd4j_computes_on_the_processor_only() {
        assertThat(libraries())
                .anyMatch(name -> name.startsWith("nd4j-native"))
                .noneMatch(name -> name.startsWith("nd4j-cuda"));
    }
}
