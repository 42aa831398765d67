package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manual's table of words is that of the vocabulary. */
class ManualTest {
    private static final Path PAGE = Path.of("../../docs/manual/typed-functions.md");

    private static String row(Word word) {
        String count = word.most() == word.least() ? "" + word.least() : word.least() + " or more";
        String others = word.aliases().isEmpty() ? "" : "`" + String.join("`, `", word.aliases()) + "`";
        return "| `%s` | %s | %s |".formatted(word.name(), others, count).replace("|  |", "| |");
    }

    @Test
    void everyWordHasItsRowAndThereAreNoOthers() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| word |"), page.indexOf("`sum`, `mean`"));
        assertThat(table.lines().skip(2).filter(line -> !line.isBlank()))
                .containsExactlyElementsOf(
                        Vocabulary.words().stream().map(ManualTest::row).toList());
    }
}
