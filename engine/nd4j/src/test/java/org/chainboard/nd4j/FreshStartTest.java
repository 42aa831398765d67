package org.chainboard.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend in a program of its own, since a JVM loads ND4J once or never. */
class FreshStartTest {
    private static final long PATIENCE_SECONDS = 120;

    private static final String NATIVE = "nd4j-native-.*-(linux|windows|macosx)-.*";

    @TempDir
    private Path folder;

    private Path said;
    private Path printed;
    private Path loaded;

    @BeforeEach
    void name() {
        said = folder.resolve("said");
        printed = folder.resolve("printed");
        loaded = folder.resolve("loaded");
    }

    private List<String> start(Predicate<String> wanted, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Xlog:class+load:file=" + loaded));
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String classPath = Arrays.stream(tests.split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", classPath, FreshStart.class.getName(), said.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().remove("JAVA_TOOL_OPTIONS");
        program.redirectErrorStream(true).redirectOutput(printed.toFile());
        Process running = program.start();
        running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        running.destroyForcibly();
        return Files.readAllLines(said, StandardCharsets.UTF_8);
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }

    @Test
    void listingTheBackendsLoadsNothingOfNd4j() throws Exception {
        assertThat(start(any -> true)).containsExactly("jvm", "reference", "nd4j");
        assertThat(Files.readString(loaded))
                .contains("org.chainboard.nd4j.Nd4jBackend")
                .doesNotContain("org.nd4j.");
    }

    @Test
    void bindingPrintsNothing() throws Exception {
        assertThat(start(any -> true, "bind")).containsExactly("bound", "bound");
        assertThat(printed).isEmptyFile();
    }

    @Test
    void withoutNd4jTheSentenceSaysSo() throws Exception {
        String sentence = "ND4J is not part of this installation. Choose another backend, such as reference.";

        assertThat(start(jar -> !fileName(jar).contains("nd4j"), "bind")).containsExactly(sentence, sentence);
    }

    @Test
    void withoutTheNativeLibraryTheSentenceSaysSo() throws Exception {
        List<String> sentences = start(jar -> !fileName(jar).matches(NATIVE), "bind");

        assertThat(sentences).hasSize(2).allMatch(sentence -> sentence.startsWith("ND4J could not be started on "));
    }
}
