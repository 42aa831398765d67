package org.chainboard.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.tools.csv.CsvException;
import org.chainboard.tools.csv.CsvFile;
import org.chainboard.tools.csv.Role;
import org.chainboard.tools.project.DataSource;
import org.junit.jupiter.api.Test;

class CsvChoiceTest {
    private static final Path FILE = Path.of("flowers.csv");
    private static final DataSource NONE = new DataSource.Generated("xor", 10, 0);

    private static CsvChoice flowers(DataSource used) throws CsvException {
        return CsvChoice.of(FILE, CsvFile.parse("flowers.csv", Tables.flowers()), used);
    }

    @Test
    void a_new_target_takes_the_place_of_the_class_before_it() throws CsvException {
        CsvChoice choice = flowers(NONE).with(0, Role.TARGET);

        assertThat(choice.roles().columns(Role.TARGET)).containsExactly(0);
        assertThat(choice.roles().each().get(4)).isEqualTo(Role.FEATURE);
        assertThat(choice.roles().classes()).isFalse();
    }

    @Test
    void numbers_may_have_several_targets() throws CsvException {
        CsvChoice choice = flowers(NONE).with(0, Role.TARGET).with(1, Role.TARGET);

        assertThat(choice.roles().columns(Role.TARGET)).containsExactly(0, 1);
        assertThat(choice.source().targets()).containsExactly("sepal length", "sepal width");
    }

    @Test
    void names_as_a_target_replace_targets_of_numbers() throws CsvException {
        CsvChoice choice =
                flowers(NONE).with(0, Role.TARGET).with(1, Role.TARGET).with(4, Role.TARGET);

        assertThat(choice.roles().columns(Role.TARGET)).containsExactly(4);
        assertThat(choice.roles().classes()).isTrue();
    }

    @Test
    void a_file_in_use_keeps_its_roles() throws CsvException {
        DataSource.Csv used =
                new DataSource.Csv(FILE, List.of("petal length"), List.of("sepal width", "petal width"), false);

        assertThat(flowers(used).source()).isEqualTo(used);
    }

    @Test
    void roles_of_columns_that_are_gone_are_forgotten() throws CsvException {
        DataSource.Csv used = new DataSource.Csv(FILE, List.of("height"), List.of("species"), true);

        assertThat(flowers(used).source().features()).hasSize(4);
    }

    @Test
    void a_very_wide_file_shows_its_first_columns_and_its_target() throws CsvException {
        String row = IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        CsvChoice choice = CsvChoice.of(FILE, CsvFile.parse("wide.csv", row + "\n" + row + "\n"), NONE);

        assertThat(choice.shown(10)).hasSize(11).endsWith(99);
    }
}
