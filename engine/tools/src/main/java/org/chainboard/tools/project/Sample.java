package org.chainboard.tools.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The projects that come with the program, one row each. */
public enum Sample {
    TWO_SPIRALS,
    XOR,
    NOISY_LINE,
    BENT_LINE;

    private static final String FOLDER = "/org/chainboard/ui/samples/";

    /** The name in files, texts and on the command line, such as {@code two-spirals}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The row of this id. */
    public static Optional<Sample> parse(String id) {
        return Arrays.stream(values()).filter(row -> row.id().equals(id)).findFirst();
    }

    /** The project, not trained yet. */
    public Project project() {
        String file = id() + ProjectFile.ENDING;
        try (InputStream in = Sample.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return ProjectFile.parse(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProjectException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
