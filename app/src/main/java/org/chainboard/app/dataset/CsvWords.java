package org.chainboard.app.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.csv.CsvColumn;
import org.chainboard.tools.csv.CsvTable;
import org.chainboard.tools.csv.Role;

/** A file and its columns in words. */
final class CsvWords {
    private final Texts texts;

    CsvWords(Texts texts) {
        this.texts = texts;
    }

    /** How many rows there are and what was found out: separator, header, decimal comma. */
    String facts(CsvTable table) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.get("data.csv.rows", table.rows().size()));
        facts.add(texts.get("data.csv.separator." + table.separator().name().toLowerCase(Locale.ROOT)));
        facts.add(texts.get(table.hasHeader() ? "data.csv.header" : "data.csv.noHeader"));
        if (table.cells().decimalComma()) {
            facts.add(texts.get("data.csv.decimalComma"));
        }
        return String.join(" · ", facts);
    }

    /** What is in a column. */
    String kind(CsvColumn column) {
        String kind = texts.get("data.csv.kind." + column.kind().name().toLowerCase(Locale.ROOT));
        boolean some = column.missing() > 0 && column.kind() != CsvColumn.Kind.EMPTY;
        return some ? texts.get("data.csv.missing", kind, column.missing()) : kind;
    }

    String role(Role role) {
        return texts.get("data.csv.role." + role.name().toLowerCase(Locale.ROOT));
    }
}
