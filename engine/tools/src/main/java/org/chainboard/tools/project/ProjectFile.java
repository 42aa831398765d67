package org.chainboard.tools.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chainboard.tools.words.Words;

/**
 * Projects as {@code .chain} files: JSON with the number of its format. A file of a newer format is refused, fields that
 * are not known are kept, and a file is replaced only when the new one is complete.
 */
public final class ProjectFile {
    /** The newest format that can be read, and the one that is written. */
    public static final int FORMAT = 1;

    /** How project files end. */
    public static final String ENDING = ".chain";

    private static final Words WORDS = new Words("project");
    private static final long MOST_BYTES = 1L << 30;

    private ProjectFile() {}

    /** The program that writes, with its version where that is known. */
    static String program() {
        String version = ProjectFile.class.getPackage().getImplementationVersion();
        return version == null ? "Chainboard" : "Chainboard " + version;
    }

    /** Reads a project. @throws ProjectException saying where the file is wrong and what was expected */
    public static Project read(Path file) throws ProjectException {
        String name = String.valueOf(file.getFileName());
        return parse(name, bytes(file, name), folder(file));
    }

    /**
     * Reads what a file of this name would hold; CSV files are looked for in the working folder.
     *
     * @throws ProjectException as {@link #read}
     */
    public static Project parse(String name, byte[] bytes) throws ProjectException {
        return parse(name, bytes, Path.of("").toAbsolutePath());
    }

    private static Project parse(String name, byte[] bytes, Path folder) throws ProjectException {
        JsonNode json;
        try {
            json = mapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new ProjectException(place(e.getLocation()), broken(name, e.getLocation()));
        } catch (IOException e) {
            throw problem("unreadable", name);
        }
        if (!(json instanceof ObjectNode object)) {
            throw problem(json.isMissingNode() ? "empty" : "noProject", name);
        }
        return new ProjectReader(name, object, folder).read();
    }

    /** Writes a project; what was in the file before is replaced by all of it or stays as it was. */
    public static void write(Path file, Project project) throws ProjectException {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] bytes =
                    mapper().writer(printer()).writeValueAsBytes(new ProjectWriter(project, folder(file)).write());
            SafeFile.replace(file, bytes);
        } catch (IOException e) {
            throw problem("unwritable", name, folder(file));
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? file.toAbsolutePath().getRoot() : folder;
    }

    private static byte[] bytes(Path file, String name) throws ProjectException {
        if (Files.notExists(file)) {
            throw problem("noFile", name, folder(file));
        }
        if (Files.isDirectory(file)) {
            throw problem("folder", name);
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw problem("large", name, MOST_BYTES >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw problem("unreadable", name);
        }
    }

    private static ProjectException problem(String key, Object... values) {
        return new ProjectException("", WORDS.get(key, values));
    }

    private static String broken(String name, JsonLocation at) {
        return at == null ? WORDS.get("noProject", name) : WORDS.get("broken", name, at.getLineNr(), at.getColumnNr());
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }

    private static JsonMapper mapper() {
        JsonFactory factory = new JsonFactoryBuilder()
                // gives the shortest decimals that read back as the same number
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) MOST_BYTES)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Objects over several lines, lists of numbers on one. */
    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
}
