package org.chainboard.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chainboard.tools.csv.CsvColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {

    static Stream<Arguments> spellings() {
        return Stream.of(
                arguments("commas", "a,b\n1,2\n3,4\n", "a|b", "1|2"),
                arguments("semicolons", "a;b\n1;2\n3;4\n", "a|b", "1|2"),
                arguments("tabs", "a\tb\n1\t2\n3\t4\n", "a|b", "1|2"),
                arguments("decimal commas", "a;b\n1,5;2,5\n3,5;4\n", "a|b", "1,5|2,5"),
                arguments("semicolons in a text", "a,b,c\n1,2,x;y\n3,4,p;q\n", "a|b|c", "1|2|x;y"),
                arguments("no header", "1,2\n3,4\n", "column 1|column 2", "1|2"),
                arguments("no header, a class last", "1,2,x\n3,4,y\n", "column 1|column 2|column 3", "1|2|x"),
                arguments("text only, with a header", "hat,fur\nred,yes\nblue,no\n", "hat|fur", "red|yes"),
                arguments("text only, no header", "red,yes\nblue,no\nred,no\n", "column 1|column 2", "red|yes"),
                arguments("a name is missing", ",b\n1,2\n", "column 1|b", "1|2"),
                arguments("a name comes twice", "a,a\n1,2\n", "a|a 2", "1|2"),
                arguments("quotes", "a,b\n\"1,0\",\"say \"\"x\"\"\"\n2,y\n", "a|b", "1,0|say \"x\""),
                arguments("a line break in quotes", "a,b\n1,\"x\ny\"\n", "a|b", "1|x\ny"),
                arguments("space around values", " a , b\n 1 , \"x\" \n", "a|b", "1|x"),
                arguments("blank lines and rows", "a,b\n\n1,2\n  \n,\n", "a|b", "1|2"),
                arguments("Windows line ends", "a,b\r\n1,2\r\n", "a|b", "1|2"),
                arguments("old Mac line ends", "a,b\r1,2\r", "a|b", "1|2"),
                arguments("no line end", "a,b\n1,2", "a|b", "1|2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void theSpellingOfAFileIsFoundOut(String name, String text, String names, String first) throws CsvException {
        CsvTable table = CsvFile.parse("file.csv", text);

        assertThat(String.join("|", table.names())).isEqualTo(names);
        assertThat(String.join("|", table.rows().get(0).cells())).isEqualTo(first);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("UTF-8", StandardCharsets.UTF_8, ""),
                arguments("UTF-8 with a mark", StandardCharsets.UTF_8, "\ufeff"),
                arguments("UTF-16, little end first", StandardCharsets.UTF_16LE, "\ufeff"),
                arguments("UTF-16, big end first", StandardCharsets.UTF_16BE, "\ufeff"),
                arguments("Windows", Charset.forName("windows-1252"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void theEncodingIsFoundOut(String name, Charset charset, String mark, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("größe.csv");
        Files.write(file, (mark + "größe;n\n1,5;2\n").getBytes(charset));

        CsvTable table = CsvFile.read(file);

        assertThat(table.name()).isEqualTo("größe.csv");
        assertThat(table.names()).containsExactly("größe", "n");
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                arguments("numbers", "1 -2.5 .28 3. 1e-5 +7", new CsvColumn("c", Kind.NUMBER, 0, List.of())),
                arguments("names", "b a b", new CsvColumn("c", Kind.CLASS, 0, List.of("a", "b"))),
                arguments("class numbers", "10 2 1 2", new CsvColumn("c", Kind.NUMBER, 0, List.of("1", "2", "10"))),
                arguments("missing", "1 ? NA 2 nan", new CsvColumn("c", Kind.NUMBER, 3, List.of("1", "2"))),
                arguments("one bad number", "1 2 x", new CsvColumn("c", Kind.NUMBER, 0, List.of("1", "2", "x"))),
                arguments("codes", "1d 0x1 Infinity", new CsvColumn("c", Kind.CLASS, 0, List.of())),
                arguments("nothing", "? ? ?", new CsvColumn("c", Kind.EMPTY, 3, List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void theKindOfAColumnIsFoundOut(String name, String values, CsvColumn expected) throws CsvException {
        String text = "c,n\n" + values.replace(" ", ",0\n") + ",0\n";

        CsvColumn found = CsvFile.parse("file.csv", text).columns().get(0);

        List<String> shown = expected.values().isEmpty() ? List.of() : found.values();
        assertThat(new CsvColumn(found.name(), found.kind(), found.missing(), shown))
                .isEqualTo(expected);
    }

    @Test
    void rowsCarryTheLineThatAnEditorShows() throws CsvException {
        CsvTable table = CsvFile.parse("file.csv", "a,b\n1,\"x\ny\"\n\n2,z\n");

        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2, 5);
    }

    @Test
    void aPreviewHasTheFirstRows() throws CsvException {
        CsvTable table = CsvFile.parse("file.csv", "a,b\n1,2\n3,4\n");

        assertThat(table.preview(1)).containsExactly(new CsvRow(2, List.of("1", "2")));
        assertThat(table.preview(9)).hasSize(2);
    }
}
