package org.chainboard.tools.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.network.ChainProblem;
import org.chainboard.engine.network.ChainText;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.ParsedChain;
import org.chainboard.engine.network.ReadChain;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectException;
import org.chainboard.tools.project.ProjectFile;
import org.chainboard.tools.project.Sample;
import org.chainboard.tools.words.Words;

/**
 * What is to be trained, as it was given.
 *
 * @param network the drawing
 * @param inputs how many numbers a sample has, where a text says so
 * @param project the project it is part of; empty for a text
 */
record TrainStart(Network network, OptionalInt inputs, Optional<Project> project) {
    /** Longer than any text of a chain may be; projects are longer. */
    private static final int MOST_TEXT = 100_000;

    /** Reads a file with a project or a chain, the id of a sample, or a chain itself. */
    static TrainStart read(String given) throws CliException {
        if (isChain(given)) {
            return ofText(given);
        }
        Path file = path(given);
        if (Files.isDirectory(file)) {
            throw new CliException("train.folder", Words.brief(given));
        }
        if (Files.exists(file)) {
            return ofFile(file);
        }
        Optional<Sample> sample = Sample.parse(given);
        if (sample.isPresent()) {
            return of(sample.get().project());
        }
        throw missing(given, file);
    }

    private static CliException missing(String given, Path file) {
        List<String> samples = Arrays.stream(Sample.values()).map(Sample::id).toList();
        Optional<String> near = Nearest.to(given, samples);
        if (near.isPresent()) {
            return new CliException("train.nearSample", given, near.get());
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new CliException("train.noFile", Words.brief(given), folder, String.join(", ", samples));
    }

    /** A place in the file system; an empty name is none. */
    static Path path(String name) throws CliException {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            throw new CliException("train.noPath", Words.brief(name));
        }
        throw new CliException("train.noPath", "");
    }

    private static boolean isChain(String text) {
        return text.strip().matches("(?s)(model\\s*=\\s*)?(Chain|Dense)\\s*\\(.*");
    }

    private static TrainStart ofFile(Path file) throws CliException {
        String text = text(file);
        boolean isProject = text.strip().startsWith("{");
        boolean isCalledProject = file.toString().endsWith(ProjectFile.ENDING) && !isChain(text);
        if (!isProject && !isCalledProject) {
            return ofText(text, file);
        }
        try {
            return of(ProjectFile.read(file));
        } catch (ProjectException e) {
            throw CliException.saying(e.getMessage());
        }
    }

    /** The beginning of a file is enough to tell a project, and all of a chain. */
    private static String text(Path file) throws CliException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (IOException e) {
            throw new CliException("train.unreadable", file.getFileName());
        }
    }

    private static TrainStart ofText(String text, Path file) throws CliException {
        boolean isText = text.chars().noneMatch(c -> c == 0 || c == '\uFFFD');
        if (!isText || text.isBlank()) {
            throw new CliException("train.noChain", file.getFileName());
        }
        try {
            return ofText(text);
        } catch (CliException problem) {
            throw isChainLike(text) ? problem : new CliException("train.noChain", file.getFileName());
        }
    }

    /** Whether somebody meant a chain, so that it helps to say where it is wrong. */
    private static boolean isChainLike(String text) {
        return text.contains("Chain") || text.contains("Dense");
    }

    private static TrainStart ofText(String text) throws CliException {
        ParsedChain parsed = ChainText.parse(text);
        if (parsed instanceof ChainProblem problem) {
            throw CliException.saying(problem.message()).at(text, problem.at());
        }
        ReadChain chain = (ReadChain) parsed;
        return new TrainStart(chain.network(), chain.inputs(), Optional.empty());
    }

    private static TrainStart of(Project project) {
        return new TrainStart(project.network(), OptionalInt.empty(), Optional.of(project));
    }
}
