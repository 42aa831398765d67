package org.chainboard.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.tools.csv.CsvProblem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad file is told in one sentence, with its place. */
class CsvProblemTest {

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + ",id" + i).collect(Collectors.joining("\n", "n,id\n", "\n"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(
                        "",
                        new CsvProblem(
                                Code.EMPTY,
                                0,
                                0,
                                "f.csv is empty. "
                                        + "Expected rows of values with commas, semicolons or tabs between them.")),
                arguments(
                        "a,b\n",
                        new CsvProblem(
                                Code.EMPTY,
                                0,
                                0,
                                "f.csv has a header and no rows below it. Add the samples, one per row.")),
                arguments(
                        "a,b\n1,2\n\n3\n",
                        new CsvProblem(
                                Code.COLUMNS,
                                4,
                                0,
                                "f.csv, row 4: expected 2 columns as in the first row, found 1 column. "
                                        + "Add what is missing, or take the row out.")),
                arguments(
                        "a,b\n1,2\n3,4,5\n",
                        new CsvProblem(
                                Code.COLUMNS,
                                3,
                                0,
                                "f.csv, row 3: expected 2 columns as in the first row, found 3 columns. "
                                        + "Put a value that contains the separator into quotes (\"), "
                                        + "or take the row out.")),
                arguments(
                        "a,b\n1,2\n3,\"4\n5,6\n",
                        new CsvProblem(
                                Code.QUOTES,
                                3,
                                0,
                                "f.csv, row 3: a value begins with a quote (\") "
                                        + "that does not end where the value ends. "
                                        + "Close it, and write a quote inside a value twice (\"\").")),
                arguments(
                        "a,b\n1,\"2\"x\n",
                        new CsvProblem(
                                Code.QUOTES,
                                2,
                                0,
                                "f.csv, row 2: a value begins with a quote (\") "
                                        + "that does not end where the value ends. "
                                        + "Close it, and write a quote inside a value twice (\"\").")),
                arguments(
                        "size,b\n1,2\n2,2\nabc,2\n",
                        new CsvProblem(
                                Code.NUMBER,
                                4,
                                1,
                                "f.csv, row 4, column 1 (size): expected a number such as 1234.5, found “abc”. "
                                        + "Mend it, or empty it, and the row is left out.")),
                arguments(
                        "a;b\n1,5;2,5\n1,5;1.5\n1,5;2,5",
                        new CsvProblem(
                                Code.NUMBER,
                                3,
                                2,
                                "f.csv, row 3, column 2 (b): expected a number such as 1234,5, found “1.5”. "
                                        + "Mend it, or empty it, and the row is left out.")),
                arguments(
                        "a,b\n1,2\n1e999,2\n3,4\n",
                        new CsvProblem(
                                Code.NUMBER,
                                3,
                                1,
                                "f.csv, row 3, column 1 (a): expected a number such as 1234.5, found “1e999”. "
                                        + "Mend it, or empty it, and the row is left out.")),
                arguments(
                        "a,b\n1,x\n2,x\n",
                        new CsvProblem(
                                Code.CLASSES,
                                0,
                                2,
                                "f.csv, column 2 (b): expected at least two classes, found only “x”. "
                                        + "Choose another target.")),
                arguments(
                        ids(101),
                        new CsvProblem(
                                Code.CLASSES,
                                0,
                                2,
                                "f.csv, column 2 (id): expected up to 100 different names, found more. "
                                        + "Ignore this column, or give it another role.")),
                arguments(
                        "a,b\n?,1\n2,?\n,2\n",
                        new CsvProblem(
                                Code.MISSING,
                                0,
                                1,
                                "f.csv, column 1 (a): 2 values are missing, and no row has a value in every column "
                                        + "that is used. Ignore this column, or fill it in.")),
                arguments(
                        "1 2\n3 4\n",
                        new CsvProblem(
                                Code.ROLES,
                                0,
                                0,
                                "f.csv has only one column. A data set needs a feature and a target, "
                                        + "with a comma, a semicolon or a tab between them.")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsToldWithItsPlace(String text, CsvProblem expected) {
        CsvException thrown = catchThrowableOfType(CsvException.class, () -> {
            CsvTable table = CsvFile.parse("f.csv", text);
            Roles.standard(table).dataset(table);
        });

        assertThat(thrown.problem()).isEqualTo(expected);
        assertThat(thrown).hasMessage(expected.sentence());
    }

    static Stream<Arguments> noFiles() {
        return Stream.of(
                arguments(
                        "gone.csv",
                        "gone.csv is not there. It was looked for in FOLDER; check the name, or choose "
                                + "another file."),
                arguments("inner", "inner is a folder. Choose a CSV file in it."),
                arguments(
                        "picture.csv",
                        "picture.csv is not a text file. Open it where it was made, and save or export "
                                + "it as CSV."));
    }

    @ParameterizedTest
    @MethodSource("noFiles")
    void whatIsNoCsvFileIsTold(String name, String sentence, @TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("picture.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});

        CsvException thrown = catchThrowableOfType(CsvException.class, () -> CsvFile.read(folder.resolve(name)));

        assertThat(thrown).hasMessage(sentence.replace("FOLDER", folder.toString()));
        assertThat(thrown.problem().code()).isEqualTo(Code.FILE);
    }

    @Test
    void aLongValueIsCutInTheSentence(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "a,b\n1,2\n2,3\n" + "x".repeat(500) + ",4\n", StandardCharsets.UTF_8);
        CsvTable table = CsvFile.read(file);

        CsvException thrown = catchThrowableOfType(
                CsvException.class, () -> Roles.standard(table).dataset(table));

        assertThat(thrown).hasMessageContaining("found “" + "x".repeat(39) + "…”");
    }
}
