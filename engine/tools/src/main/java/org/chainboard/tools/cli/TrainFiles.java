package org.chainboard.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.chainboard.tools.codegen.ExportException;
import org.chainboard.tools.codegen.JavaExport;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectException;
import org.chainboard.tools.project.ProjectFile;
import org.chainboard.tools.project.SafeFile;
import org.chainboard.tools.words.Words;

/** The files that a training leaves. */
record TrainFiles(TrainOptions options) {
    private static final Words WORDS = new Words("cli");
    private static final String PICTURE = ".png";

    /** Refuses files that could not be written, before the time for training is spent. */
    void check(TrainSetup setup) throws CliException {
        require("--save", options.save, ProjectFile.ENDING);
        require("--plot", options.plot, PICTURE);
        require("--export", options.export, JavaExport.ENDING);
        if (options.export != null) {
            try {
                JavaExport.of(setup.task().trained(setup.project()), JavaExport.classOf(options.export));
            } catch (ExportException e) {
                throw CliException.saying(e.getMessage());
            }
        }
    }

    private static void require(String option, Path file, String ending) throws CliException {
        if (file == null) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            String bare = name.replaceFirst("\\.[A-Za-z]+$", "");
            throw new CliException("train.ending", option, Words.brief(name), ending, bare + ending);
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        while (folder != null && Files.notExists(folder)) {
            folder = folder.getParent();
        }
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CliException("train.unwritable", option, Words.brief(file.toString()));
        }
    }

    /**
     * Writes those that are wanted.
     *
     * @param tell gets a line about each that is written
     * @throws IOException with a sentence for people
     */
    void write(TrainSetup setup, TrainOutcome outcome, Consumer<String> tell) throws IOException {
        Project trained = setup.task().trained(setup.project(), outcome.inAll());
        try {
            if (options.save != null) {
                ProjectFile.write(options.save, trained);
                tell.accept(WORDS.get("train.saved", options.save));
            }
            if (options.export != null) {
                JavaExport.write(options.export, trained);
                tell.accept(WORDS.get("train.exported", options.export));
            }
            if (options.plot != null) {
                plot(setup, outcome);
                tell.accept(WORDS.get("train.plotted", options.plot));
            }
        } catch (ProjectException | ExportException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void plot(TrainSetup setup, TrainOutcome outcome) throws IOException {
        byte[] picture = TrainPicture.png(setup, outcome);
        try {
            SafeFile.replace(options.plot, picture);
        } catch (IOException e) {
            throw new IOException(WORDS.get("train.unwritable", "--plot", options.plot), e);
        }
    }
}
