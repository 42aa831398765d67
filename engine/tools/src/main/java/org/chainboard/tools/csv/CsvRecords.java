package org.chainboard.tools.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into rows with FastCSV and leaves out blank ones. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final List<String> cells = new ArrayList<>();
    private int line = 1;

    private CsvRecords() {}

    /** All rows. @throws CsvException when quotes do not match */
    static List<CsvRow> all(String name, String text, Separator separator) throws CsvException {
        List<CsvRow> rows = new ArrayList<>();
        CsvRecords records = new CsvRecords();
        try {
            records.read(text, separator, Integer.MAX_VALUE, rows);
        } catch (CsvParseException e) {
            String sentence = CsvWords.sentence("quotes", name, records.line);
            throw new CsvProblem(CsvProblem.Code.QUOTES, records.line, 0, sentence).exception();
        }
        return rows;
    }

    /** The first rows, as far as they can be read. */
    static List<CsvRow> first(String text, Separator separator, int most) {
        List<CsvRow> rows = new ArrayList<>();
        try {
            new CsvRecords().read(text, separator, most, rows);
        } catch (CsvParseException e) {
            return rows;
        }
        return rows;
    }

    private void read(String text, Separator separator, int most, List<CsvRow> rows) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator.sign())
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true);
        try (CsvReader<CsvRow> reader = builder.build(this, text)) {
            for (CsvRow row : reader) {
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() >= most) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory has no end to close", e);
        }
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = Math.toIntExact(startingLine);
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length).strip());
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, cells);
    }
}
