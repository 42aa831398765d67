package org.chainboard.app.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.tools.csv.CsvColumn;
import org.chainboard.tools.csv.CsvTable;
import org.chainboard.tools.csv.Role;
import org.chainboard.tools.csv.Roles;
import org.chainboard.tools.project.DataSource;

/** A file that was read, and what its columns are to be used for. */
record CsvChoice(Path file, CsvTable table, Roles roles) {

    /** A file as it was used before, if it was and its columns are still there; else with the usual roles. */
    static CsvChoice of(Path file, CsvTable table, DataSource used) {
        boolean known = used instanceof DataSource.Csv csv
                && csv.file().equals(file)
                && table.names().containsAll(csv.features())
                && table.names().containsAll(csv.targets());
        return new CsvChoice(file, table, known ? roles(table, (DataSource.Csv) used) : Roles.standard(table));
    }

    private static Roles roles(CsvTable table, DataSource.Csv used) {
        Set<String> features = Set.copyOf(used.features());
        Set<String> targets = Set.copyOf(used.targets());
        List<Role> each = table.names().stream()
                .map(name ->
                        targets.contains(name) ? Role.TARGET : features.contains(name) ? Role.FEATURE : Role.IGNORE)
                .toList();
        return new Roles(each, used.classes());
    }

    /**
     * With another role for a column. Of classes there is one target only, so a new one takes the old one's place; a
     * column of names as a target is one of classes.
     */
    CsvChoice with(int column, Role role) {
        if (role != Role.TARGET) {
            return new CsvChoice(file, table, roles.with(column, role));
        }
        boolean names = table.columns().get(column).kind() == CsvColumn.Kind.CLASS;
        Roles changed = roles;
        if (roles.classes() || names) {
            for (int other : roles.columns(Role.TARGET)) {
                changed = changed.with(other, Role.FEATURE);
            }
        }
        boolean first = changed.columns(Role.TARGET).isEmpty();
        boolean classes = first ? Roles.withTarget(table, column).classes() : changed.classes();
        return new CsvChoice(file, table, changed.with(column, role).asClasses(classes));
    }

    CsvChoice asClasses(boolean classes) {
        return new CsvChoice(file, table, roles.asClasses(classes));
    }

    DataSource.Csv source() {
        return new DataSource.Csv(file, names(Role.FEATURE), names(Role.TARGET), roles.classes());
    }

    private List<String> names(Role role) {
        List<String> names = table.names();
        return roles.columns(role).stream().map(names::get).toList();
    }

    /** The columns to show: the first ones, and every target however far to the right it is. */
    List<Integer> shown(int most) {
        int last = table.columns().size();
        return Stream.concat(
                        IntStream.range(0, Math.min(most, last)).boxed(),
                        roles.columns(Role.TARGET).stream().filter(column -> column >= most))
                .toList();
    }
}
