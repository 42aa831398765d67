package org.chainboard.tools.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.csv.CsvColumn.Kind;
import org.chainboard.tools.csv.CsvProblem.Code;

/** Makes numbers of a table's text. */
final class DatasetMaker {
    private final CsvTable table;
    private final Roles roles;
    private final List<Integer> features;
    private final List<Integer> targets;

    DatasetMaker(CsvTable table, Roles roles) {
        if (roles.each().size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    roles.each().size() + " roles for " + table.columns().size() + " columns");
        }
        this.table = table;
        this.roles = roles;
        this.features = roles.columns(Role.FEATURE);
        this.targets = roles.columns(Role.TARGET);
    }

    Dataset make() throws CsvException {
        requireRoles();
        List<CsvRow> rows = completeRows();
        List<String> names = new ArrayList<>();
        List<double[]> x = new ArrayList<>();
        for (int feature : features) {
            if (column(feature).kind() == Kind.CLASS) {
                names.addAll(names(feature));
                x.addAll(oneHot(feature, rows));
            } else {
                names.add(column(feature).name());
                x.add(numbers(feature, rows));
            }
        }
        List<double[]> y = new ArrayList<>();
        for (int target : targets) {
            y.addAll(roles.classes() ? oneHot(target, rows) : List.of(numbers(target, rows)));
        }
        List<String> targetNames = targets.stream().map(i -> column(i).name()).toList();
        List<String> classes = roles.classes() ? column(targets.get(0)).values() : List.of();
        return new Dataset(table.name(), matrix(x, rows.size()), matrix(y, rows.size()), names, targetNames, classes);
    }

    private void requireRoles() throws CsvException {
        if (table.columns().size() < 2) {
            throw problem(Code.ROLES, "oneColumn");
        }
        if (targets.isEmpty()) {
            throw problem(Code.ROLES, "noTarget");
        }
        if (features.isEmpty()) {
            throw problem(Code.ROLES, "noFeature");
        }
        if (roles.classes() && targets.size() > 1) {
            throw problem(Code.ROLES, "twoClassTargets");
        }
        if (roles.classes() && column(targets.get(0)).values().size() == 1) {
            throw inColumn(
                    Code.CLASSES,
                    "oneClass",
                    targets.get(0),
                    column(targets.get(0)).values().get(0));
        }
    }

    private List<CsvRow> completeRows() throws CsvException {
        List<CsvRow> rows = table.rows().stream()
                .filter(row -> roles.isComplete(table, row))
                .toList();
        if (rows.isEmpty()) {
            List<Integer> used = new ArrayList<>(features);
            used.addAll(targets);
            int worst = used.stream()
                    .max(Comparator.comparingInt(i -> column(i).missing()))
                    .orElseThrow();
            throw inColumn(Code.MISSING, "allMissing", worst, column(worst).missing());
        }
        return rows;
    }

    private List<String> names(int feature) {
        return column(feature).values().stream()
                .map(value -> column(feature).name() + "=" + value)
                .toList();
    }

    private double[] numbers(int place, List<CsvRow> rows) throws CsvException {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            CsvRow row = rows.get(i);
            String cell = row.cells().get(place);
            var number = table.cells().number(cell);
            if (number.isEmpty()) {
                throw notANumber(row, place, cell);
            }
            values[i] = number.getAsDouble();
        }
        return values;
    }

    private CsvException notANumber(CsvRow row, int place, String cell) {
        String sentence = CsvWords.sentence(
                "noNumber",
                table.name(),
                row.line(),
                place + 1,
                column(place).name(),
                table.cells().example(),
                CsvWords.brief(cell));
        return new CsvProblem(Code.NUMBER, row.line(), place + 1, sentence).exception();
    }

    private List<double[]> oneHot(int place, List<CsvRow> rows) throws CsvException {
        if (column(place).hasTooManyClasses()) {
            throw inColumn(Code.CLASSES, "manyClasses", place, CsvColumn.MOST_CLASSES);
        }
        List<double[]> each = new ArrayList<>();
        for (String value : column(place).values()) {
            double[] is = new double[rows.size()];
            for (int i = 0; i < is.length; i++) {
                is[i] = rows.get(i).cells().get(place).equals(value) ? 1 : 0;
            }
            each.add(is);
        }
        return each;
    }

    private CsvColumn column(int place) {
        return table.columns().get(place);
    }

    private CsvException problem(Code code, String key) {
        return CsvProblem.file(code, key, table.name()).exception();
    }

    private CsvException inColumn(Code code, String key, int place, Object detail) {
        String sentence =
                CsvWords.sentence(key, table.name(), place + 1, column(place).name(), detail);
        return new CsvProblem(code, 0, place + 1, sentence).exception();
    }

    private static Tensor matrix(List<double[]> rows, int samples) {
        double[] flat = new double[rows.size() * samples];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * samples, samples);
        }
        return Tensor.of(Shape.of(rows.size(), samples), DType.F64, flat);
    }
}
