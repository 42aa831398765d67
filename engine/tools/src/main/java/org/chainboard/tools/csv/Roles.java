package org.chainboard.tools.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainboard.engine.data.Dataset;

/**
 * What each column of a table is for.
 *
 * @param each one role per column
 * @param classes whether the target is a class; else targets are numbers
 */
public record Roles(List<Role> each, boolean classes) {
    public Roles {
        each = List.copyOf(each);
    }

    /** The last column with values as the target, the others as features. */
    public static Roles standard(CsvTable table) {
        List<CsvColumn> columns = table.columns();
        int last = columns.size() - 1;
        while (last > 0 && columns.get(last).kind() == CsvColumn.Kind.EMPTY) {
            last--;
        }
        return withTarget(table, last);
    }

    /**
     * One column, counted from 0, as the target, the others as features; empty columns, and names that are too many to
     * be classes, are ignored.
     */
    public static Roles withTarget(CsvTable table, int target) {
        List<Role> each = new ArrayList<>();
        for (CsvColumn column : table.columns()) {
            boolean tooManyNames = column.kind() == CsvColumn.Kind.CLASS && column.hasTooManyClasses();
            boolean useless = column.kind() == CsvColumn.Kind.EMPTY || tooManyNames;
            each.add(useless ? Role.IGNORE : Role.FEATURE);
        }
        each.set(target, Role.TARGET);
        int rows = table.rows().size();
        return new Roles(each, table.columns().get(target).looksLikeClasses(rows));
    }

    /** With another role for a column, counted from 0. */
    public Roles with(int column, Role role) {
        List<Role> changed = new ArrayList<>(each);
        changed.set(column, role);
        return new Roles(changed, classes);
    }

    /** With the target taken as a class, or as a number. */
    public Roles asClasses(boolean areClasses) {
        return new Roles(each, areClasses);
    }

    /** The columns of a role, counted from 0. */
    public List<Integer> columns(Role role) {
        return IntStream.range(0, each.size())
                .filter(i -> each.get(i) == role)
                .boxed()
                .toList();
    }

    /**
     * The samples of a table in these roles. A feature of names becomes one feature per name, 1 for it and 0 for the
     * others. Rows that lack a value are left out; {@link #leftOut} tells them.
     *
     * @throws CsvException with a sentence for people when the roles or a value do not fit
     */
    public Dataset dataset(CsvTable table) throws CsvException {
        return new DatasetMaker(table, this).make();
    }

    /** The rows that lack a value in a column that is used. */
    public List<CsvRow> leftOut(CsvTable table) {
        return table.rows().stream().filter(row -> !isComplete(table, row)).toList();
    }

    boolean isComplete(CsvTable table, CsvRow row) {
        return IntStream.range(0, each.size())
                .filter(i -> each.get(i) != Role.IGNORE)
                .noneMatch(i -> table.cells().isMissing(row.cells().get(i)));
    }

    /** A sentence that says how many rows are left out; empty where none is. */
    public String note(CsvTable table) {
        List<CsvRow> without = leftOut(table);
        return without.isEmpty()
                ? ""
                : CsvWords.sentence(
                        "leftOut",
                        without.size(),
                        table.rows().size(),
                        without.get(0).line());
    }
}
