package org.chainboard.tools.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chainboard.tools.csv.CsvProblem.Code;

/**
 * Reads a CSV file. What differs from file to file is found out: the encoding, the separator (comma, semicolon or tab),
 * whether the first row is a header, and, where the comma does not separate, whether numbers are written 1,5.
 */
public final class CsvFile {

    private CsvFile() {}

    /** Reads a file. @throws CsvException with a sentence for people when it cannot be read */
    public static CsvTable read(Path file) throws CsvException {
        return parse(String.valueOf(file.getFileName()), CsvText.of(file));
    }

    /** Reads what a file of this name would hold. Errors as in {@link #read(Path)}. */
    public static CsvTable parse(String name, String text) throws CsvException {
        Separator separator = Separator.of(text);
        List<CsvRow> rows = CsvRecords.all(name, text, separator);
        if (rows.isEmpty()) {
            throw CsvProblem.file(Code.EMPTY, "empty", name).exception();
        }
        requireEqualLengths(name, rows);
        Cells cells = new Cells(separator != Separator.COMMA && decimalComma(rows));
        boolean header = Header.isHeader(rows, cells);
        List<CsvRow> samples = header ? rows.subList(1, rows.size()) : rows;
        if (samples.isEmpty()) {
            throw CsvProblem.file(Code.EMPTY, "onlyHeader", name).exception();
        }
        List<String> names =
                Header.names(header ? rows.get(0) : null, rows.get(0).cells().size());
        List<CsvColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Columns.look(names.get(i), i, samples, cells));
        }
        return new CsvTable(name, separator, header, cells, columns, samples);
    }

    private static void requireEqualLengths(String name, List<CsvRow> rows) throws CsvException {
        int expected = rows.get(0).cells().size();
        for (CsvRow row : rows) {
            int found = row.cells().size();
            if (found != expected) {
                String key = found < expected ? "fewColumns" : "manyColumns";
                String sentence =
                        CsvWords.sentence(key, name, row.line(), CsvWords.columns(expected), CsvWords.columns(found));
                throw new CsvProblem(Code.COLUMNS, row.line(), 0, sentence).exception();
            }
        }
    }

    /** Whether numbers with a comma outnumber those with a point. */
    private static boolean decimalComma(List<CsvRow> rows) {
        long commas = 0;
        long points = 0;
        for (CsvRow row : rows) {
            commas += row.cells().stream().filter(Cells::isComma).count();
            points += row.cells().stream().filter(Cells::isPoint).count();
        }
        return commas > points;
    }
}
