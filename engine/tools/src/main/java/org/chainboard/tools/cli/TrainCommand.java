package org.chainboard.tools.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.tools.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code train}: lets a network learn, says how well it did, and keeps it. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    private static final Words WORDS = new Words("cli");

    private final Console console;

    @Mixin
    private TrainOptions options = new TrainOptions();

    private TrainCommand(Console console) {
        this.console = console;
    }

    /** The command as picocli sees it. */
    static CommandLine line(Console console) {
        return new CommandLine(new TrainCommand(console));
    }

    @Override
    public Integer call() throws CliException {
        TrainSetup setup = TrainSetup.of(options);
        TrainFiles files = new TrainFiles(options);
        files.check(setup);
        tell(setup.task().samples().note());
        TrainOutcome outcome;
        try (Progress progress = Progress.on(console, setup.steps(), System.console() != null)) {
            outcome = TrainLoop.run(setup, progress, options.plot != null);
        } catch (BackendException e) {
            return fail(e.getMessage());
        } catch (OutOfMemoryError e) {
            return fail(WORDS.get("train.large"));
        }
        Optional<String> failure = outcome.failure(setup.project().settings());
        return failure.isPresent() ? fail(failure.get()) : finish(setup, outcome, files);
    }

    /** The result comes first: it is worth having even where a file cannot be written. */
    private int finish(TrainSetup setup, TrainOutcome outcome, TrainFiles files) {
        TrainReport report = new TrainReport(setup, outcome);
        console.out().print(options.json ? report.json() : report.text());
        console.out().flush();
        try {
            files.write(setup, outcome, this::tell);
            return Cli.DONE;
        } catch (IOException e) {
            return fail(e.getMessage());
        }
    }

    private int fail(String sentence) {
        tell(sentence);
        return Cli.FAILED;
    }

    /** What is no result goes beside it. */
    private void tell(String sentence) {
        if (!sentence.isEmpty()) {
            console.err().println(sentence);
        }
    }
}
