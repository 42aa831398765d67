package org.chainboard.tools.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.DType;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;

/** Projects to export. */
final class Projects {
    /** Names that try to get out of where they are put. */
    static final String UMLAUT = "Mäuse & Löwen";

    static final String QUOTES = "a\"b\\";
    static final String BREAKOUT = "*/ \\u002a/ @x {@code \\u000a } <b>";

    private Projects() {}

    static DataSource generated(String name) {
        return new DataSource.Generated(name, 120, 0.1);
    }

    /** Three classes with difficult names, two features of very different size. */
    static DataSource csv(Path folder) {
        StringBuilder csv = new StringBuilder("länge,\"br\"\"eite\",art\n");
        String[] classes = {UMLAUT, QUOTES, BREAKOUT};
        for (int i = 0; i < 60; i++) {
            String name = classes[i % 3].replace("\"", "\"\"");
            csv.append(i % 3 + 0.01 * i).append(',').append(1000 + i * i % 97).append(",\"");
            csv.append(name).append("\"\n");
        }
        Path file = folder.resolve("tiere \\u000a.csv");
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DataSource.Csv(file, List.of("länge", "br\"eite"), List.of("art"), true);
    }

    static Block dense(int units, String activation) {
        return new Block.Dense(units, activation, "glorot_uniform", true);
    }

    static NetworkNode node(String id, String name, Block block) {
        return new NetworkNode(id, name, block);
    }

    static Wire wire(String from, String to, int port) {
        return new Wire(new Port(from, 0), new Port(to, port));
    }

    /** Input, these blocks and a loss in a row, named as the canvas names them. */
    static Network row(Block... blocks) {
        Network network = Network.EMPTY.add(node("in", "Input", new Block.Input()));
        String before = "in";
        for (int i = 0; i < blocks.length; i++) {
            String name = blocks[i] instanceof Block.Function ? "ƒ" : "Dense";
            String id = "n" + i;
            network = network.add(node(id, name + (char) ('₁' + i), blocks[i])).connect(wire(before, id, 0));
            before = id;
        }
        return network.add(node("out", "Loss", new Block.Loss())).connect(wire(before, "out", 0));
    }

    static Project project(Network network, DataSource source, Standardise standardise, String loss, DType dtype) {
        ProjectData data = new ProjectData(source, 0.2, standardise);
        return Project.of(
                network,
                Map.of(),
                new ProjectSettings(data, loss, "Adam", Map.of("eta", 0.01), 32, 7, dtype, "reference"));
    }

    /** The two spirals, two layers and logits. */
    static Project spirals(DType dtype) {
        Network network = row(dense(16, "tanh"), dense(16, "relu"), dense(2, "identity"));
        return project(network, generated("two-spirals"), Standardise.INPUTS, "logitcrossentropy", dtype);
    }

    /** Branches that meet in a function of two arguments with a letter, and a layer that is used twice. */
    static Network branches() {
        return new Network(
                List.of(
                        node("in", "Input", new Block.Input()),
                        node("a", "Dense₁", dense(4, "tanh")),
                        node("b", "Dense₂", dense(4, "σ")),
                        node("f", "ƒ₁", new Block.Function("(p, q) -> c*p + q^2", 2)),
                        node("s", "Shared₁", new Block.Shared("g")),
                        node("g", "new", dense(4, "identity")),
                        node("r", "relu", new Block.Activation("relu")),
                        node("h", "Dense₁", new Block.Dense(1, "identity", "glorot_normal", false)),
                        node("out", "Loss", new Block.Loss())),
                List.of(
                        wire("in", "a", 0),
                        wire("in", "b", 0),
                        wire("b", "f", 0),
                        wire("a", "f", 1),
                        wire("f", "g", 0),
                        wire("g", "r", 0),
                        wire("r", "s", 0),
                        wire("s", "h", 0),
                        wire("h", "out", 0)));
    }
}
