package org.chainboard.engine.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manual says what is so. */
class ManualTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    private static Path folder;

    private static Results run(Block block) throws IOException, ReflectiveOperationException {
        return new Workshop(folder).run(block);
    }

    private static Block block(String... lines) {
        return new Block("planted", 1, List.of(lines));
    }

    @TestFactory
    @DisplayName("1.29 every example of the manual runs, and gives what stands beside it")
    Stream<DynamicContainer> examples() throws IOException {
        Page front = Page.of(Path.of("../../README.md"));
        return Stream.concat(Stream.of(front), Page.all().stream())
                .map(page -> dynamicContainer(
                        page.name(),
                        page.blocks().stream()
                                .map(block -> dynamicTest(block.toString(), () -> {
                                    Results results = run(block);
                                    assertThat(results.wrong()).isEmpty();
                                    assertThat(results.count()).isGreaterThanOrEqualTo(1);
                                }))));
    }

    @Test
    void everyBlockOfJavaIsRunAndTheOthersAreNotJava() throws IOException {
        for (Page page : Page.all()) {
            assertThat(page.kinds()).as(page.name()).isSubsetOf("java", "sh", "");
        }
    }

    @Test
    void aWrongResultIsFound() throws IOException, ReflectiveOperationException {
        Results results = run(block("double x = 2;", "x * x; // 4.0", "System.out.println(x + 1); // 4.0", "x; // 2"));
        assertThat(results.wrong()).containsExactly("line 3 says 4.0, got 3.0", "line 4 says 2, got 2.0");
    }

    @Test
    void arraysAndMistakesAreCompared() throws IOException, ReflectiveOperationException {
        Results results = run(block(
                "import java.nio.ByteBuffer;",
                "new double[][] {{1}, {2, 3}}; // [[1.0], [2.0, 3.0]]",
                "Shape.of(-1); // IllegalArgumentException: a size cannot be negative: [-1]",
                "ByteBuffer.allocate(1).capacity(); // 2"));
        assertThat(results.wrong()).containsExactly("line 4 says 2, got 1");
        assertThat(results.count()).isEqualTo(3);
    }

    @Test
    void whatIsNoJavaIsFound() {
        assertThatThrownBy(() -> run(block("Tensor.nothing(); // 1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted, line 1 does not compile")
                .hasMessageContaining("nothing");
    }

    @Test
    void theFirstPageLeadsToAllOthers() throws IOException {
        Page first = Page.of(Page.FOLDER.resolve("README.md"));
        assertThat(Page.all().stream().map(Page::name).filter(name -> !name.equals(first.name())))
                .isSubsetOf(links(first).toList());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Page page : Page.all()) {
            assertThat(links(page)).as(page.name()).allMatch(link -> Files.exists(Page.FOLDER.resolve(link)));
        }
    }

    private static Stream<String> links(Page page) {
        return page.lines().stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map((MatchResult found) -> found.group(1));
    }
}
