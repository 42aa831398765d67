package org.chainboard.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {
    private static final String FLOWERS = "size,colour,kind\n1,red,rose\n2,blue,iris\n3,red,rose\n";

    private static CsvTable table(String text) throws CsvException {
        return CsvFile.parse("file.csv", text);
    }

    /** A header and a row per value. */
    private static String target(String values) {
        return Arrays.stream(values.split(" "))
                .map(value -> "1," + value + "\n")
                .collect(Collectors.joining("", "x,y\n", ""));
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                arguments("names", target("a b a b"), true),
                arguments("a few whole numbers", target("1 2 3 1 2 3 1 2 3 1 2 3 1 2 3"), true),
                arguments("whole numbers that hardly repeat", target("1 2 3 4 5 6"), false),
                arguments("other numbers", target("0.5 0.7 0.5 0.7 0.5 0.7 0.5 0.7 0.5 0.7"), false),
                arguments("one bad number", target("1 2 1 2 1 2 1 2 1 2 1 2 1 2 x"), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void aTargetIsTakenAsClassesWhereItLooksLikeThem(String name, String text, boolean classes) throws CsvException {
        assertThat(Roles.standard(table(text)).classes()).isEqualTo(classes);
    }

    static Stream<Arguments> standards() {
        return Stream.of(
                arguments("the last column is the target", FLOWERS, "FEATURE FEATURE TARGET"),
                arguments("an empty last column is not", "a,b,c\n1,2,\n3,4,\n", "FEATURE TARGET IGNORE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("standards")
    void rolesAreGivenAtFirst(String name, String text, String roles) throws CsvException {
        assertThat(Roles.standard(table(text)).each()).hasToString("[" + roles.replace(" ", ", ") + "]");
    }

    @Test
    void namesThatAreTooManyToBeClassesAreIgnored() throws CsvException {
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int i = 0; i < 150; i++) {
            text.append("id").append(i).append(",1,2.5\n");
        }

        assertThat(Roles.standard(table(text.toString())).each())
                .containsExactly(Role.IGNORE, Role.FEATURE, Role.TARGET);
    }

    @Test
    void classesBecomeOnesInTheOrderOfTheirNames() throws CsvException {
        CsvTable table = table(FLOWERS);

        Dataset data = Roles.standard(table).with(1, Role.IGNORE).dataset(table);

        assertThat(data)
                .isEqualTo(new Dataset(
                        "file.csv",
                        Tensor.matrix(new double[][] {{1, 2, 3}}),
                        Tensor.matrix(new double[][] {{0, 1, 0}, {1, 0, 1}}),
                        List.of("size"),
                        List.of("kind"),
                        List.of("iris", "rose")));
    }

    @Test
    void aFeatureOfNamesBecomesOneFeaturePerName() throws CsvException {
        CsvTable table = table(FLOWERS);

        Dataset data = Roles.standard(table).dataset(table);

        assertThat(data.features()).containsExactly("size", "colour=blue", "colour=red");
        assertThat(data.x()).isEqualTo(Tensor.matrix(new double[][] {{1, 2, 3}, {0, 1, 0}, {1, 0, 1}}));
    }

    @Test
    void severalNumbersCanBeTargets() throws CsvException {
        CsvTable table = table("a;b;c\n1,5;2;3\n4;5,5;6\n");

        Dataset data = Roles.standard(table).with(1, Role.TARGET).dataset(table);

        assertThat(data.y()).isEqualTo(Tensor.matrix(new double[][] {{2, 5.5}, {3, 6}}));
        assertThat(data.targets()).containsExactly("b", "c");
        assertThat(data.hasClasses()).isFalse();
    }

    @Test
    void classNumbersCanStandFirst() throws CsvException {
        CsvTable table = table("class,x\n2,0.5\n1,1.5\n1,2.5\n");

        Dataset data =
                Roles.withTarget(table, table.column("class")).asClasses(true).dataset(table);

        assertThat(data.classes()).containsExactly("1", "2");
        assertThat(data.y()).isEqualTo(Tensor.matrix(new double[][] {{0, 1, 1}, {1, 0, 0}}));
        assertThat(data.features()).containsExactly("x");
    }

    @Test
    void rowsThatLackAValueAreLeftOutAndTold() throws CsvException {
        CsvTable table = table("a,b,c\n1,2,3\n,5,6\n7,?,9\n");
        Roles roles = Roles.standard(table);

        assertThat(roles.dataset(table).x()).isEqualTo(Tensor.matrix(new double[][] {{1}, {2}}));
        assertThat(roles.note(table)).isEqualTo("2 of 3 rows lack a value and are left out (the first is row 3).");
    }

    @Test
    void aValueMissingInAnIgnoredColumnDoesNotMatter() throws CsvException {
        CsvTable table = table("a,b,c\n1,2,3\n,5,6\n");
        Roles roles = Roles.standard(table).with(0, Role.IGNORE);

        assertThat(roles.dataset(table).samples()).isEqualTo(2);
        assertThat(roles.note(table)).isEmpty();
    }

    @Test
    void aColumnIsFoundByNameOrNumber() throws CsvException {
        CsvTable table = table("Size,size,kind\n1,5,x\n2,6,y\n");

        assertThat(List.of(table.column("size"), table.column("KIND"), table.column("1")))
                .containsExactly(1, 2, 0);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        List.of(Role.FEATURE, Role.FEATURE, Role.FEATURE),
                        "file.csv has no target. Choose the column that the model should predict."),
                arguments(
                        List.of(Role.IGNORE, Role.IGNORE, Role.TARGET),
                        "file.csv has no features. Choose at least one column that the model may see."),
                arguments(
                        List.of(Role.FEATURE, Role.TARGET, Role.TARGET),
                        "file.csv has several targets, and only one can be a class. "
                                + "Make the others features, or ignore them."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void rolesThatMakeNoDataSetAreTold(List<Role> each, String sentence) throws CsvException {
        CsvTable table = table(FLOWERS);

        assertThatThrownBy(() -> new Roles(each, true).dataset(table)).hasMessage(sentence);
    }

    @Test
    void aColumnThatIsNotThereIsTold() throws CsvException {
        CsvTable table = table(FLOWERS);

        assertThatThrownBy(() -> table.column("weight"))
                .hasMessage("file.csv has no column “weight”. Its columns are size, colour, kind.");
    }
}
