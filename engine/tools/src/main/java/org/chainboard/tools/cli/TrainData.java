package org.chainboard.tools.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.data.Generators;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.network.Network;
import org.chainboard.tools.csv.CsvColumn;
import org.chainboard.tools.csv.CsvException;
import org.chainboard.tools.csv.CsvFile;
import org.chainboard.tools.csv.CsvTable;
import org.chainboard.tools.csv.Role;
import org.chainboard.tools.csv.Roles;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.Standardise;
import org.chainboard.tools.training.UsualLoss;
import org.chainboard.tools.training.UsualTraining;

/** What is learned from: what {@code --data} and {@code --target} say, else what the project says. */
final class TrainData {
    private static final List<String> NO_AND_YES = List.of("0", "1");

    private final TrainOptions options;
    private final Network network;
    private final Optional<ProjectData> own;

    TrainData(TrainOptions options, TrainStart start) {
        this.options = options;
        this.network = start.network();
        this.own = start.project().map(Project::settings).map(settings -> settings.data());
    }

    ProjectData choose() throws CliException {
        ProjectData data = options.changesData() ? changed() : own.orElseThrow(TrainData::nothing);
        double share = options.split == null ? data.testShare() : options.split;
        return new ProjectData(data.source(), share, data.standardise());
    }

    private static CliException nothing() {
        return new CliException("train.noData", generators());
    }

    private static String generators() {
        return Arrays.stream(Generators.values()).map(Generators::id).collect(Collectors.joining(", "));
    }

    private ProjectData changed() throws CliException {
        if (options.data == null) {
            return retargeted();
        }
        Path file = TrainStart.path(options.data);
        Optional<Generators> generator = Generators.parse(options.data);
        if (generator.isEmpty() || Files.exists(file)) {
            refuseNearlyGenerator(file);
            return ofFile(file.toAbsolutePath());
        }
        if (options.target != null) {
            throw new CliException("train.targetNoCsv");
        }
        Generators row = generator.get();
        return prepared(new DataSource.Generated(row.id(), row.samples(), row.noise()));
    }

    private void refuseNearlyGenerator(Path file) throws CliException {
        List<String> ids =
                Arrays.stream(Generators.values()).map(Generators::id).toList();
        Optional<String> near = Files.exists(file) ? Optional.empty() : Nearest.to(options.data, ids);
        if (near.isPresent()) {
            throw new CliException("train.nearData", options.data, near.get());
        }
    }

    /** Another column of the project's own file. */
    private ProjectData retargeted() throws CliException {
        DataSource source = own.orElseThrow(TrainData::nothing).source();
        if (source instanceof DataSource.Csv csv) {
            return ofFile(csv.file());
        }
        throw new CliException("train.targetNoCsv");
    }

    private ProjectData ofFile(Path file) throws CliException {
        try {
            CsvTable table = CsvFile.read(file);
            Roles roles = roles(table);
            int first = roles.columns(Role.TARGET).get(0);
            boolean yesOrNo = roles.classes()
                    && table.columns().get(first).values().equals(NO_AND_YES)
                    && UsualLoss.hasOneOutput(network);
            DataSource source = new DataSource.Csv(
                    file,
                    names(table, roles, Role.FEATURE),
                    names(table, roles, Role.TARGET),
                    roles.classes() && !yesOrNo);
            ProjectData data = prepared(source);
            // no and yes are to stay 0 and 1
            return yesOrNo ? new ProjectData(source, data.testShare(), Standardise.INPUTS) : data;
        } catch (CsvException e) {
            throw CliException.saying(e.getMessage());
        }
    }

    private static List<String> names(CsvTable table, Roles roles, Role role) {
        return roles.columns(role).stream().map(table.names()::get).toList();
    }

    private Roles roles(CsvTable table) throws CsvException {
        Set<String> names = new HashSet<>(table.names());
        Optional<DataSource.Csv> before = own.map(ProjectData::source)
                .filter(DataSource.Csv.class::isInstance)
                .map(DataSource.Csv.class::cast)
                .filter(csv -> names.containsAll(csv.features()) && names.containsAll(csv.targets()));
        List<Integer> targets = new ArrayList<>();
        if (options.target != null) {
            targets.addAll(columns(table, options.target));
        } else if (before.isPresent()) {
            targets.addAll(columns(table, before.get().targets()));
        }
        Roles roles = withTargets(table, targets);
        if (before.isEmpty()) {
            return roles;
        }
        DataSource.Csv csv = before.get();
        Roles asBefore = options.target == null ? roles.asClasses(csv.classes()) : roles;
        // a project's other columns stay left out
        return without(asBefore, unused(table, csv));
    }

    private static List<Integer> columns(CsvTable table, String wanted) throws CsvException {
        boolean isOne = table.names().contains(wanted);
        return columns(table, isOne ? List.of(wanted) : List.of(wanted.split(",", -1)));
    }

    private static List<Integer> columns(CsvTable table, List<String> names) throws CsvException {
        List<Integer> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(table.column(name.strip()));
        }
        return columns;
    }

    private static Roles withTargets(CsvTable table, List<Integer> targets) {
        if (targets.isEmpty()) {
            return Roles.standard(table);
        }
        Roles roles = Roles.withTarget(table, targets.get(0));
        for (int more : targets) {
            roles = roles.with(more, Role.TARGET);
        }
        boolean many = targets.stream().distinct().count() > 1;
        boolean names = targets.stream().anyMatch(i -> table.columns().get(i).kind() == CsvColumn.Kind.CLASS);
        // several columns of whole numbers are numbers; names among them get the sentence for that
        return many ? roles.asClasses(names) : roles;
    }

    private static List<Integer> unused(CsvTable table, DataSource.Csv csv) {
        List<Integer> unused = new ArrayList<>();
        for (int i = 0; i < table.names().size(); i++) {
            String name = table.names().get(i);
            if (!csv.features().contains(name) && !csv.targets().contains(name)) {
                unused.add(i);
            }
        }
        return unused;
    }

    private static Roles without(Roles roles, List<Integer> columns) {
        Roles fewer = roles;
        for (int column : columns) {
            boolean isTarget = roles.each().get(column) == Role.TARGET;
            fewer = isTarget ? fewer : fewer.with(column, Role.IGNORE);
        }
        return fewer;
    }

    /** Prepared as the project prepares data of this sort, else as usual. */
    private ProjectData prepared(DataSource source) {
        ProjectData usual = UsualTraining.data(source);
        if (own.isEmpty()) {
            return usual;
        }
        boolean same = own.get().source().getClass() == source.getClass();
        Standardise standardise = same ? own.get().standardise() : usual.standardise();
        return new ProjectData(source, own.get().testShare(), standardise);
    }
}
