package org.chainboard.tools.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.data.Generators;
import org.chainboard.tools.csv.CsvException;
import org.chainboard.tools.csv.CsvFile;
import org.chainboard.tools.csv.CsvTable;
import org.chainboard.tools.csv.Role;
import org.chainboard.tools.csv.Roles;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.words.Words;

/** Samples as they come from a generator or a file, with what there is to tell about reading them. */
record Source(Dataset data, String note) {
    private static final Words WORDS = new Words("task");

    static Source read(DataSource source, long seed) throws TaskException {
        if (source instanceof DataSource.Generated generated) {
            return new Source(generate(generated, seed), "");
        }
        return read((DataSource.Csv) source);
    }

    private static Dataset generate(DataSource.Generated wanted, long seed) throws TaskException {
        Generators row = Generators.parse(wanted.name())
                .orElseThrow(() -> new TaskException(WORDS.get("noGenerator", wanted.name(), names())));
        return row.make(wanted.samples(), seed, wanted.noise());
    }

    private static String names() {
        return Arrays.stream(Generators.values()).map(Generators::id).collect(Collectors.joining(", "));
    }

    private static Source read(DataSource.Csv wanted) throws TaskException {
        try {
            CsvTable table = CsvFile.read(wanted.file());
            Roles roles = roles(table, wanted);
            return new Source(roles.dataset(table), roles.note(table));
        } catch (CsvException e) {
            throw new TaskException(e.getMessage(), e);
        }
    }

    private static Roles roles(CsvTable table, DataSource.Csv wanted) throws CsvException {
        List<Role> each = new ArrayList<>(Collections.nCopies(table.columns().size(), Role.IGNORE));
        for (String name : wanted.features()) {
            each.set(table.column(name), Role.FEATURE);
        }
        for (String name : wanted.targets()) {
            each.set(table.column(name), Role.TARGET);
        }
        return new Roles(each, wanted.classes());
    }
}
