package org.chainboard.tools.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("my project.chain");
    }

    private Project saved(Project project) throws ProjectException {
        ProjectFile.write(file(), project);
        return ProjectFile.read(file());
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    @Test
    void a_project_comes_back_as_it_was() throws ProjectException {
        Project trained = Samples.trained(folder.resolve("data").resolve("flowers.csv"));

        assertThat(saved(trained)).isEqualTo(trained);
        assertThat(saved(Samples.untrained())).isEqualTo(Samples.untrained());
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void every_number_comes_back_to_the_last_bit(Tensor tensor) throws ProjectException {
        Project project = Samples.trained(file()).trained(Map.of("n3", List.of(tensor)), schema());

        assertThat(Samples.first(saved(project), "n3")).contains(tensor);
    }

    static Stream<Tensor> tensors() {
        return Stream.of(
                Tensor.of(Shape.of(0, 3), DType.F32),
                Tensor.of(Shape.scalar(), DType.F64, Math.PI),
                drawn(Shape.of(30, 1000), DType.F32),
                drawn(Shape.of(30, 1000), DType.F64),
                drawn(Shape.of(Numbers.MOST_DECIMALS + 1), DType.F32),
                drawn(Shape.of(Numbers.MOST_DECIMALS + 1), DType.F64));
    }

    /** Numbers of all sizes: random bits. */
    private static Tensor drawn(Shape shape, DType dtype) {
        Rng rng = new Rng(7, 1);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            double bits = rng.uniform(Integer.MIN_VALUE, Integer.MAX_VALUE);
            values[i] = dtype == DType.F32
                    ? Float.intBitsToFloat((int) bits)
                    : Double.longBitsToDouble(((long) bits << 32) + (long) rng.uniform(0, 1L << 32));
        }
        return Tensor.of(shape, dtype, values);
    }

    private static Schema schema() {
        return Samples.trained(Path.of("x.csv")).schema().orElseThrow();
    }

    @Test
    void numbers_are_short_decimals_and_many_are_base64() throws Exception {
        Tensor few = Tensor.of(Shape.of(3), 0.1f, 0.2f, 1e-10f);
        Tensor many = Tensor.full(Shape.of(Numbers.MOST_DECIMALS + 1), DType.F32, 1);

        saved(Samples.untrained().trained(Map.of("n3", List.of(few, many)), schema()));

        assertThat(text()).contains("[ 0.1, 0.2, 1.0E-10 ]").contains("\"base64\" : \"AACAPwAAgD8AAIA/");
    }

    @Test
    void a_csv_file_beside_the_project_is_found_again_when_both_move() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        ProjectFile.write(file(), Samples.trained(folder.resolve("flowers.csv")));
        Files.move(file(), other.resolve("moved.chain"));

        Project moved = ProjectFile.read(other.resolve("moved.chain"));

        assertThat(moved.settings().data().source())
                .extracting(source -> ((DataSource.Csv) source).file())
                .isEqualTo(other.toAbsolutePath().resolve("flowers.csv"));
    }

    @Test
    void fields_that_are_not_known_are_kept() throws Exception {
        saved(Samples.trained(folder.resolve("flowers.csv")));
        String richer = text().replaceFirst("\\{", "{ \"notes\": {\"by\": [1.5, null]},")
                .replaceFirst("\"kind\" : \"dense\"", "\"kind\" : \"dense\", \"colour\": \"red\"")
                .replaceFirst("\"from\" : \"n1\"", "\"from\" : \"n1\", \"bent\": true")
                .replaceFirst("\"loss\" : \"mse\"", "\"loss\" : \"mse\", \"clip\": 3")
                .replaceFirst("\"csv\"", "\"shuffle\": 4, \"csv\"")
                .replaceFirst("\"schema\" : \\{", "\"schema\" : { \"units\": \"cm\",");
        Files.writeString(file(), richer);

        Project read = ProjectFile.read(file());
        Network without = read.network().remove(Set.of("n6"));
        saved(read.with(without, read.positions()));

        assertThat(text())
                .contains("\"by\" : [ 1.5, null ]")
                .contains("\"colour\" : \"red\"")
                .contains("\"bent\" : true")
                .contains("\"clip\" : 3")
                .contains("\"shuffle\" : 4")
                .contains("\"units\" : \"cm\"")
                .doesNotContain("Shared");
    }

    @Test
    void a_file_that_cannot_be_written_leaves_the_old_one() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("text"), "hello");
        Path inside = notAFolder.resolve("p.chain");
        Path aFolder = Files.createDirectory(folder.resolve("folder.chain"));

        assertThatThrownBy(() -> ProjectFile.write(inside, Samples.untrained()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("cannot be saved");
        assertThatThrownBy(() -> ProjectFile.write(aFolder, Samples.untrained()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("what was there is unchanged");
        assertThat(notAFolder).hasContent("hello");
        assertThat(aFolder).isEmptyDirectory();
    }

    @Test
    void saving_leaves_no_other_file_behind() throws Exception {
        saved(Samples.untrained());
        saved(Samples.untrained());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    /** A text in a good file, what stands there instead, the place and a piece of the sentence. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("\"format\" : 1", "\"format\" : 2", "format", "has format 2 and was saved by Chainboard"),
                Arguments.of("\"format\" : 1", "\"format\" : 99999999999999999999", "format", "newer Chainboard"),
                Arguments.of("\"format\" : 1", "\"format\" : 0", "format", "expected the number of a format"),
                Arguments.of("\"format\" : 1", "\"format\" : \"one\"", "format", "found “one”"),
                Arguments.of("\"format\" : 1", "\"other\" : 1", "", "does not say its “format”"),
                Arguments.of(
                        "\"kind\" : \"dense\"", "\"kind\" : \"magic\"", "nodes[1].kind", "no kind of node “magic”"),
                Arguments.of("\"units\" : 2", "\"units\" : \"many\"", "nodes[1].units", "found “many”"),
                Arguments.of("\"units\" : 2", "\"units\" : 2.5", "nodes[1].units", "found 2.5"),
                Arguments.of("\"units\" : 2", "\"units\" : -1", "nodes[1].units", "from 1 to 1000000, found -1"),
                Arguments.of("\"units\" : 2", "\"units\" : 1e999999999", "nodes[1].units", "from 1 to 1000000"),
                Arguments.of("\"bias\" : true", "\"bias\" : 1", "nodes[1].bias", "expected true or false, found 1"),
                Arguments.of("\"id\" : \"n3\",", "", "nodes[1].id", "expected text in quotes, but there is nothing"),
                Arguments.of("\"id\" : \"n3\"", "\"id\" : \"n1\"", "nodes[1].id", "two nodes “n1”"),
                Arguments.of("\"x\" : 60.0", "\"x\" : null", "nodes[0].x", "expected a number"),
                Arguments.of("\"x\" : 60.0", "\"x\" : 1e400", "nodes[0].x", "expected a number"),
                Arguments.of("\"nodes\" : [ {", "\"nodes\" : [ 7, {", "nodes[0]", "expected a part in braces, found 7"),
                Arguments.of("\"nodes\" : [ {", "\"nodes\" : 3, \"old\" : [ {", "nodes", "expected a list"),
                Arguments.of("\"from\" : \"n1\"", "\"from\" : \"n9\"", "wires[0].from", "there is no node “n9”"),
                Arguments.of("\"toPort\" : 1", "\"toPort\" : 2", "wires[3].toPort", "ƒ₁ has 2 ports here"),
                Arguments.of("\"toPort\" : 1", "\"toPort\" : 0", "wires[3].to", "two wires end at the same input"),
                Arguments.of("\"mse\"", "\"msqe\"", "settings.loss", "a loss such as mse, mae, "),
                Arguments.of("\"Adam\"", "\"Eve\"", "settings.optimiser", "an optimiser such as Descent, "),
                Arguments.of("\"batch\" : 32", "\"batch\" : 0", "settings.batch", "from 1 to"),
                Arguments.of("\"testShare\" : 0.2", "\"testShare\" : 1", "settings.data.testShare", "less than 1"),
                Arguments.of(
                        "\"standardise\" : \"inputs\"", "\"standardise\" : \"x\"", "settings.data.standardise", "“x”"),
                Arguments.of(
                        "\"csv\" : \"flowers.csv\"", "\"csv\" : \"a\\u0000\"", "settings.data.csv", "place of a file"),
                Arguments.of(
                        "\"eta\" : 0.01",
                        "\"eta\" : \"fast\"",
                        "settings.hypers.eta",
                        "expected a number, found “fast”"),
                Arguments.of(
                        "\"float32\",\n    \"backend\"", "\"half\",\n    \"backend\"", "settings.dtype", "float64"),
                Arguments.of("[ 2, 2 ]", "[ 2, 3 ]", "weights.n3[0].numbers", "expected 6 numbers, found 4"),
                Arguments.of("[ 2, 2 ]", "[ 2, -3 ]", "weights.n3[0].shape", "expected sizes such as"),
                Arguments.of("[ 2, 2 ]", "[ 2000000000, 2000000000 ]", "weights.n3[0].shape", "expected sizes"),
                Arguments.of("\"NaN\"", "\"nought\"", "weights.n3[1].numbers", "found “nought”"),
                Arguments.of("[ 0.1, ", "[ ", "weights.n3[0].numbers", "expected 4 numbers, found 3"),
                Arguments.of(
                        "\"numbers\" : [ 0.1,",
                        "\"base64\" : \"AA?\", \"o\" : [ 0.1,",
                        "weights.n3[0].base64",
                        "base64"),
                Arguments.of(
                        "\"numbers\" : [ 0.1,",
                        "\"base64\" : \"AA==\", \"o\" : [ 0.1,",
                        "weights.n3[0].base64",
                        "found 0"),
                Arguments.of("\"mean\" : [ ", "\"mean\" : [ 1, ", "schema.inputs.mean", "expected 2 numbers, found 3"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_broken_file_is_told_in_one_sentence_with_its_place(String good, String bad, String place, String says)
            throws Exception {
        ProjectFile.write(file(), Samples.trained(folder.resolve("flowers.csv")));
        assertThat(text()).contains(good);
        Files.writeString(file(), text().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));

        assertThatThrownBy(() -> ProjectFile.read(file()))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("my project.chain")
                .hasMessageContaining(place)
                .hasMessageContaining(says)
                .hasMessageNotContaining("Exception")
                .extracting(e -> ((ProjectException) e).place())
                .isEqualTo(place);
    }

    /** Whole files that are no project, and what is said of them. */
    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("[1, 2]", "is no Chainboard project"),
                Arguments.of("\u0089PNG\r\n", "line 1"),
                Arguments.of("{\"format\": 1,\n \"nodes\": [", "line 2"),
                Arguments.of("{\"format\": 1, \"format\": 1}", "line 1, column"),
                Arguments.of("{\"format\": 1} more", "line 1, column"),
                Arguments.of("{\"format\": 1}", "nodes: expected a list"),
                Arguments.of("[".repeat(100_000), "is no Chainboard project"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void another_file_is_refused(String content, String says) throws Exception {
        Files.writeString(file(), content);

        assertThatThrownBy(() -> ProjectFile.read(file()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(says);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> ProjectFile.read(folder.resolve("none.chain")))
                .hasMessage("none.chain is not there. It was looked for in " + folder.toAbsolutePath()
                        + "; check the name, or choose another file.");
        assertThatThrownBy(() -> ProjectFile.read(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_and_stays() throws Exception {
        ProjectFile.write(file(), Samples.untrained());
        String whole = text().strip();
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(file(), whole.substring(0, length));

            assertThatThrownBy(() -> ProjectFile.read(file())).isInstanceOf(ProjectException.class);
            assertThat(file()).hasContent(whole.substring(0, length));
        }
    }
}
