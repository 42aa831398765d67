package org.chainboard.engine.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every idea of the guide, 1.1 to 1.30, has tests that carry its number, and the manual says which. */
class GuideTest {
    private static final List<String> ROWS =
            IntStream.rangeClosed(1, 30).mapToObj(i -> "1." + i).toList();
    /** Numbers stand at the start of a name or of one of its parts. */
    private static final Pattern NUMBERS = Pattern.compile("(?:^|; )((?:1\\.\\d+ )+)");

    private static final Pattern TABLE = Pattern.compile("^\\| (1\\.\\d+) \\|.*\\| (`.*`) \\|$");

    static List<String> numbers(String name) {
        return NUMBERS.matcher(name)
                .results()
                .flatMap((MatchResult found) -> Stream.of(found.group(1).split(" ")))
                .toList();
    }

    /** For each number, the classes that have a test which carries it. */
    private static Map<String, Set<String>> tests() throws IOException, URISyntaxException {
        Path root = Path.of(GuideTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .map(file -> load(file.replaceAll("[/\\\\]", ".")))
                    .forEach(type -> names(type)
                            .flatMap(name -> numbers(name).stream())
                            .forEach(number -> found.computeIfAbsent(number, n -> new TreeSet<>())
                                    .add(type.getSimpleName())));
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GuideTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(method -> method.getAnnotation(DisplayName.class))
                .filter(name -> name != null)
                .map(DisplayName::value);
    }

    @Test
    void everyRowHasATestThatCarriesItsNumber() throws IOException, URISyntaxException {
        assertThat(tests().keySet()).containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void theManualNamesThemAll() throws IOException, URISyntaxException {
        Map<String, Set<String>> tests = tests();
        List<String> wrong = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : Page.of(Page.FOLDER.resolve("basics.md")).lines()) {
            TABLE.matcher(line).results().forEach(row -> {
                rows.add(row.group(1));
                Set<String> named =
                        new TreeSet<>(List.of(row.group(2).replace("`", "").split(", ")));
                Set<String> there = tests.getOrDefault(row.group(1), Set.of());
                if (!named.equals(there)) {
                    wrong.add(row.group(1) + " names " + named + ", tests that carry it are in " + there);
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isEqualTo(ROWS);
    }

    @Test
    void numbersAreReadAtTheStartOfAPartOnly() {
        assertThat(numbers("1.14 1.25 it trains: y = 3x - 2.5")).containsExactly("1.14", "1.25");
        assertThat(numbers("1.1 the slope of 1.5 x; 1.2 its slope")).containsExactly("1.1", "1.2");
        assertThat(numbers("a rate of 1.3 is too much")).isEmpty();
    }
}
