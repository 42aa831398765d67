package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.train.TrainingState;

/** Makes the JSON of a project. */
final class ProjectWriter {
    private final Project project;
    private final Path folder;

    /** @param folder the file's own; CSV files in or below it are written relative to it */
    ProjectWriter(Project project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    ObjectNode write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(Keys.FORMAT, ProjectFile.FORMAT);
        root.put(Keys.PROGRAM, ProjectFile.program());
        ArrayNode nodes = root.putArray(Keys.NODES);
        project.network().nodes().forEach(node -> nodes.add(node(node)));
        ArrayNode wires = root.putArray(Keys.WIRES);
        project.network().wires().forEach(wire -> wires.add(wire(wire)));
        root.set(Keys.SETTINGS, settings(project.settings()));
        project.schema().ifPresent(schema -> root.set(Keys.SCHEMA, schema(schema)));
        if (!project.weights().isEmpty()) {
            ObjectNode weights = root.putObject(Keys.WEIGHTS);
            new TreeMap<>(project.weights()).forEach((id, tensors) -> {
                ArrayNode own = weights.putArray(id);
                tensors.forEach(tensor -> own.add(Numbers.write(tensor)));
            });
        }
        project.training().ifPresent(state -> root.set(Keys.TRAINING, training(state)));
        project.unknown().addTo("", root);
        return root;
    }

    private ObjectNode training(TrainingState state) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put(Keys.STEP, state.step());
        ArrayNode memory = object.putArray(Keys.MEMORY);
        state.entries().forEach(entry -> {
            ObjectNode written = Numbers.write(entry.value());
            memory.add(written.put(Keys.NAME, entry.name()));
        });
        project.unknown().addTo(Keys.TRAINING, object);
        return object;
    }

    private ObjectNode node(NetworkNode node) {
        Kind kind = Kind.of(node.block());
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put(Keys.ID, node.id());
        object.put(Keys.NAME, node.name());
        object.put(Keys.KIND, kind.text());
        kind.write(node.block(), object);
        Position position = project.positions().getOrDefault(node.id(), new Position(0, 0));
        object.put(Keys.X, position.x());
        object.put(Keys.Y, position.y());
        project.unknown().addTo(Keys.node(node.id()), object);
        return object;
    }

    private ObjectNode wire(Wire wire) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put(Keys.FROM, wire.from().node());
        object.put(Keys.FROM_PORT, wire.from().index());
        object.put(Keys.TO, wire.to().node());
        object.put(Keys.TO_PORT, wire.to().index());
        project.unknown().addTo(Keys.wire(wire), object);
        return object;
    }

    private ObjectNode settings(ProjectSettings settings) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(Keys.DATA, data(settings.data()));
        object.put(Keys.LOSS, settings.loss());
        object.put(Keys.OPTIMISER, settings.optimiser());
        ObjectNode hypers = object.putObject(Keys.HYPERS);
        new TreeMap<>(settings.hypers()).forEach((name, value) -> hypers.put(name, value));
        if (!settings.schedules().isEmpty()) {
            ObjectNode schedules = object.putObject(Keys.SCHEDULES);
            new TreeMap<>(settings.schedules()).forEach((name, value) -> schedules.put(name, value));
        }
        object.put(Keys.BATCH, settings.batch());
        object.put(Keys.SEED, settings.seed());
        object.put(Keys.DTYPE, settings.dtype().toString());
        object.put(Keys.BACKEND, settings.backend());
        project.unknown().addTo(Keys.SETTINGS, object);
        return object;
    }

    private ObjectNode data(ProjectData data) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (data.source() instanceof DataSource.Generated generated) {
            object.put(Keys.GENERATOR, generated.name());
            object.put(Keys.SAMPLES, generated.samples());
            object.put(Keys.NOISE, generated.noise());
        } else if (data.source() instanceof DataSource.Csv csv) {
            object.put(Keys.CSV, place(csv.file()));
            texts(object, Keys.FEATURES, csv.features());
            texts(object, Keys.TARGETS, csv.targets());
            object.put(Keys.CLASSES, csv.classes());
        }
        object.put(Keys.TEST_SHARE, data.testShare());
        object.put(Keys.STANDARDISE, data.standardise().text());
        project.unknown().addTo(Keys.DATA, object);
        return object;
    }

    /** A file beside the project is found again when both are moved, to another system as well. */
    private String place(Path csv) {
        Path absolute = csv.toAbsolutePath().normalize();
        boolean below = absolute.startsWith(folder);
        return below ? folder.relativize(absolute).toString().replace('\\', '/') : absolute.toString();
    }

    private ObjectNode schema(Schema schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts(object, Keys.FEATURES, schema.features());
        texts(object, Keys.TARGETS, schema.targets());
        texts(object, Keys.CLASSES, schema.classes());
        object.set(Keys.INPUTS, standardiser(schema.inputs()));
        object.set(Keys.OUTPUTS, standardiser(schema.outputs()));
        project.unknown().addTo(Keys.SCHEMA, object);
        return object;
    }

    private static ObjectNode standardiser(Standardiser standardiser) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(Keys.MEAN, Numbers.decimals(standardiser.mean()));
        object.set(Keys.DEVIATION, Numbers.decimals(standardiser.deviation()));
        return object;
    }

    private static void texts(ObjectNode object, String key, List<String> texts) {
        ArrayNode array = object.putArray(key);
        texts.forEach(array::add);
    }
}
