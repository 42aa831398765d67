package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingState;

/** Makes a project of the JSON in a file. Only numbers, texts and lists are looked at: reading runs nothing. */
final class ProjectReader {
    private static final int MOST_PORTS = 1_000;

    private final Fields root;
    private final Path folder;
    private Unknown unknown = Unknown.NOTHING;

    /** @param folder what the places of CSV files are relative to */
    ProjectReader(String file, ObjectNode json, Path folder) {
        this.root = new Fields(file, "", json);
        this.folder = folder;
    }

    Project read() throws ProjectException {
        requireFormat();
        List<NetworkNode> nodes = new ArrayList<>();
        Map<String, Position> positions = new HashMap<>();
        for (Fields fields : root.objects(Keys.NODES)) {
            NetworkNode node = node(fields);
            if (positions.containsKey(node.id())) {
                throw fields.problem(fields.place(Keys.ID), "twice", node.id());
            }
            nodes.add(node);
            positions.put(node.id(), new Position(fields.number(Keys.X), fields.number(Keys.Y)));
            unknown = unknown.with(Keys.node(node.id()), fields);
        }
        Network network = new Network(nodes, wires(new Network(nodes, List.of())));
        ProjectSettings settings = settings(root.object(Keys.SETTINGS));
        Map<String, List<Tensor>> weights = weights();
        Optional<Fields> meaning = root.optional(Keys.SCHEMA);
        Optional<Schema> schema = meaning.isPresent() ? Optional.of(schema(meaning.get())) : Optional.empty();
        Optional<Fields> state = root.optional(Keys.TRAINING);
        Optional<TrainingState> training = state.isPresent() ? Optional.of(training(state.get())) : Optional.empty();
        unknown = unknown.with("", root);
        return new Project(network, positions, settings, weights, schema, training, unknown);
    }

    private void requireFormat() throws ProjectException {
        if (!root.has(Keys.FORMAT)) {
            throw root.problem("", "noFormat");
        }
        JsonNode format = root.any(Keys.FORMAT, "whole");
        if (!format.isIntegralNumber() || format.bigIntegerValue().signum() < 1) {
            throw root.wrong(Keys.FORMAT, "format", format);
        }
        String program = root.has(Keys.PROGRAM) ? root.text(Keys.PROGRAM) : "Chainboard";
        if (!format.canConvertToInt() || format.intValue() > ProjectFile.FORMAT) {
            throw root.problem(Keys.FORMAT, "newer", format.asText(), program, ProjectFile.FORMAT);
        }
    }

    private static NetworkNode node(Fields fields) throws ProjectException {
        String kind = fields.text(Keys.KIND);
        Kind row =
                Kind.parse(kind).orElseThrow(() -> fields.problem(fields.place(Keys.KIND), "kind", kind, Kind.all()));
        return new NetworkNode(fields.text(Keys.ID), fields.text(Keys.NAME), row.read(fields));
    }

    private List<Wire> wires(Network nodes) throws ProjectException {
        List<Wire> wires = new ArrayList<>();
        Set<Port> taken = new HashSet<>();
        for (Fields fields : root.objects(Keys.WIRES)) {
            Port from = port(fields, Keys.FROM, Keys.FROM_PORT, nodes, false);
            Port to = port(fields, Keys.TO, Keys.TO_PORT, nodes, true);
            if (!taken.add(to)) {
                throw fields.problem(fields.place(Keys.TO), "taken", to.node());
            }
            Wire wire = new Wire(from, to);
            wires.add(wire);
            unknown = unknown.with(Keys.wire(wire), fields);
        }
        return wires;
    }

    private static Port port(Fields fields, String nodeKey, String portKey, Network nodes, boolean input)
            throws ProjectException {
        String id = fields.text(nodeKey);
        NetworkNode node = nodes.node(id).orElseThrow(() -> fields.problem(fields.place(nodeKey), "noNode", id));
        int index = (int) fields.whole(portKey, 0, MOST_PORTS);
        int ports = input ? node.block().inputs() : node.block().outputs();
        if (index >= ports) {
            throw fields.problem(fields.place(portKey), "noPort", node.name(), ports, index);
        }
        return new Port(id, index);
    }

    private ProjectSettings settings(Fields fields) throws ProjectException {
        ProjectData data = data(fields.object(Keys.DATA));
        Fields hypers = fields.object(Keys.HYPERS);
        Map<String, Double> numbers = new HashMap<>();
        for (String name : hypers.names()) {
            numbers.put(name, hypers.number(name));
        }
        String loss = fields.text(Keys.LOSS);
        if (LossFunction.parse(loss).isEmpty()) {
            throw fields.wrong(Keys.LOSS, "loss", fields.any(Keys.LOSS, "text"), names(Loss.values()));
        }
        String optimiser = fields.text(Keys.OPTIMISER);
        if (UpdateRule.parse(optimiser).isEmpty()) {
            throw fields.wrong(
                    Keys.OPTIMISER, "optimiser", fields.any(Keys.OPTIMISER, "text"), names(Optimiser.values()));
        }
        ProjectSettings settings = new ProjectSettings(
                data,
                loss,
                optimiser,
                numbers,
                schedules(fields),
                (int) fields.whole(Keys.BATCH, 1, Integer.MAX_VALUE),
                fields.whole(Keys.SEED, Long.MIN_VALUE, Long.MAX_VALUE),
                Numbers.dtype(fields, Keys.DTYPE),
                fields.text(Keys.BACKEND));
        unknown = unknown.with(Keys.SETTINGS, fields);
        return settings;
    }

    private static Map<String, String> schedules(Fields fields) throws ProjectException {
        Map<String, String> texts = new HashMap<>();
        Optional<Fields> all = fields.optional(Keys.SCHEDULES);
        if (all.isPresent()) {
            for (String name : all.get().names()) {
                texts.put(name, schedule(all.get(), name));
            }
        }
        return texts;
    }

    private static String schedule(Fields fields, String name) throws ProjectException {
        String text = fields.text(name);
        try {
            return Schedule.of(text).text();
        } catch (IllegalArgumentException e) {
            throw fields.wrong(name, "schedule", fields.any(name, "text"));
        }
    }

    private static String names(Object[] rows) {
        return Arrays.stream(rows).map(Object::toString).collect(Collectors.joining(", "));
    }

    private ProjectData data(Fields fields) throws ProjectException {
        DataSource source = fields.has(Keys.CSV) ? csv(fields) : generated(fields);
        double testShare = fields.number(Keys.TEST_SHARE, 0, 1);
        String standardise = fields.text(Keys.STANDARDISE);
        Standardise row = Standardise.parse(standardise)
                .orElseThrow(() -> fields.problem(fields.place(Keys.STANDARDISE), "standardise", standardise));
        unknown = unknown.with(Keys.DATA, fields);
        return new ProjectData(source, testShare, row);
    }

    private DataSource csv(Fields fields) throws ProjectException {
        String path = fields.text(Keys.CSV);
        Path csv;
        try {
            csv = folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw fields.wrong(Keys.CSV, "path", fields.any(Keys.CSV, "path"));
        }
        return new DataSource.Csv(
                csv, fields.texts(Keys.FEATURES), fields.texts(Keys.TARGETS), fields.yes(Keys.CLASSES));
    }

    private static DataSource generated(Fields fields) throws ProjectException {
        return new DataSource.Generated(
                fields.text(Keys.GENERATOR),
                (int) fields.whole(Keys.SAMPLES, 1, Integer.MAX_VALUE),
                fields.number(Keys.NOISE, 0, Double.POSITIVE_INFINITY));
    }

    private Map<String, List<Tensor>> weights() throws ProjectException {
        Map<String, List<Tensor>> weights = new LinkedHashMap<>();
        Optional<Fields> all = root.optional(Keys.WEIGHTS);
        if (all.isPresent()) {
            for (String node : all.get().names()) {
                List<Tensor> own = new ArrayList<>();
                for (Fields tensor : all.get().objects(node)) {
                    own.add(Numbers.read(tensor));
                }
                weights.put(node, own);
            }
        }
        return weights;
    }

    private TrainingState training(Fields fields) throws ProjectException {
        List<TrainingState.Entry> entries = new ArrayList<>();
        for (Fields variable : fields.objects(Keys.MEMORY)) {
            entries.add(new TrainingState.Entry(variable.text(Keys.NAME), Numbers.read(variable)));
        }
        TrainingState state = new TrainingState(fields.whole(Keys.STEP, 0, Long.MAX_VALUE), entries);
        unknown = unknown.with(Keys.TRAINING, fields);
        return state;
    }

    private Schema schema(Fields fields) throws ProjectException {
        List<String> features = fields.texts(Keys.FEATURES);
        List<String> targets = fields.texts(Keys.TARGETS);
        List<String> classes = fields.texts(Keys.CLASSES);
        int outputs = classes.isEmpty() ? targets.size() : classes.size();
        Schema schema = new Schema(
                features,
                targets,
                classes,
                standardiser(fields.object(Keys.INPUTS), features.size()),
                standardiser(fields.object(Keys.OUTPUTS), outputs));
        unknown = unknown.with(Keys.SCHEMA, fields);
        return schema;
    }

    private static Standardiser standardiser(Fields fields, int rows) throws ProjectException {
        Shape shape = Shape.of(rows);
        return new Standardiser(
                Numbers.decimals(fields, Keys.MEAN, shape, DType.F64),
                Numbers.decimals(fields, Keys.DEVIATION, shape, DType.F64));
    }
}
