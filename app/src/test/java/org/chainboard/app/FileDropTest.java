package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDropTest {
    private final List<String> opened = new ArrayList<>();
    private final FileDrop drop = new FileDrop(file -> opened.add("project"), file -> opened.add("table"));

    @ParameterizedTest
    @CsvSource({
        "spirals.chain, project",
        "Spirals.CHAIN, project",
        "iris.csv, table",
        "iris.data, table",
        "notes.pdf, nothing",
        "csv, nothing"
    })
    void aFileOpensWhatItsNameSays(String name, String expected) {
        drop.door(Path.of(name)).ifPresentOrElse(Runnable::run, () -> opened.add("nothing"));

        assertThat(opened).containsExactly(expected);
    }
}
