package org.chainboard.tools.csv;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.tools.csv.CsvProblem.Code;

/**
 * A file that has been read: what its columns are called, what is in them, and the rows as text.
 *
 * @param name the file's name, for people
 * @param separator what stands between its columns
 * @param hasHeader whether its first row holds the names of the columns
 * @param cells how its values are read
 * @param columns one or more
 * @param rows the samples, without the header; each has a cell for every column
 */
public record CsvTable(
        String name, Separator separator, boolean hasHeader, Cells cells, List<CsvColumn> columns, List<CsvRow> rows) {

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The first rows, to look at. */
    public List<CsvRow> preview(int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    /** The names of the columns. */
    public List<String> names() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /**
     * The place of a column, from 0: the one of this name, else of this name in another case, else of this number
     * from 1.
     *
     * @throws CsvException when there is none; the sentence lists the names
     */
    public int column(String wanted) throws CsvException {
        List<String> names = names();
        return Stream.<IntPredicate>of(
                        i -> names.get(i).equals(wanted),
                        i -> names.get(i).equalsIgnoreCase(wanted),
                        i -> String.valueOf(i + 1).equals(wanted))
                .flatMap(matches ->
                        IntStream.range(0, names.size()).filter(matches).boxed())
                .findFirst()
                .orElseThrow(() -> CsvProblem.file(Code.ROLES, "noColumn", name, wanted, String.join(", ", names))
                        .exception());
    }
}
