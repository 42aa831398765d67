package org.chainboard.tools.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.SafeFile;
import org.chainboard.tools.words.Words;

/**
 * A model as a Java class: the layers that were drawn, with the numbers that were learned.
 *
 * @param className the name of the class
 * @param source the text of the class, in ASCII so that it compiles whatever encoding is usual where it lands
 */
public record JavaExport(String className, String source) {
    /** How the files end. */
    public static final String ENDING = ".java";

    private static final Words WORDS = new Words("export");

    /** The name that the file must have. */
    public String fileName() {
        return className + ENDING;
    }

    /**
     * Writes a project as a class. One that was not trained gets the numbers that its training would start from.
     *
     * @throws ExportException when the name is none for a class, or the drawing or its data have a problem
     */
    public static JavaExport of(Project project, String className) throws ExportException {
        ClassNames.require(className);
        return new JavaExport(className, SourceText.of(Subject.of(project, className)));
    }

    /**
     * Writes a project into a file, whose name gives the class its name; a file that was there is replaced by all of the
     * new one or stays as it was.
     *
     * @throws ExportException as {@link #of} does, and when the file cannot be written
     */
    public static JavaExport write(Path file, Project project) throws ExportException {
        String name = String.valueOf(file.getFileName());
        JavaExport export = of(project, classOf(file));
        try {
            SafeFile.replace(file, export.source.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            throw new ExportException(WORDS.get("unwritable", name, folder), e);
        }
        return export;
    }

    /** The name that a file gives its class. @throws ExportException when the file's name is not that of a Java file */
    public static String classOf(Path file) throws ExportException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(ENDING)) {
            throw new ExportException(WORDS.get("ending", Words.brief(name), suggest(name) + ENDING));
        }
        return name.substring(0, name.length() - ENDING.length());
    }

    /** A name for the class of something that people call {@code title}, such as {@code TwoSpirals}. */
    public static String suggest(String title) {
        return ClassNames.suggest(title);
    }
}
