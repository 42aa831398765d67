package org.chainboard.tools.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be said to {@code train}; null is what was not said. */
final class TrainOptions {
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.train.file")
    String file;

    @Option(names = "--data", paramLabel = "CSV", descriptionKey = "cli.train.data")
    String data;

    @Option(names = "--target", paramLabel = "COL[,COL]", descriptionKey = "cli.train.target")
    String target;

    @Option(names = "--loss", paramLabel = "LOSS", descriptionKey = "cli.train.loss")
    String loss;

    @Option(
            names = {"--optimiser", "--optimizer"},
            paramLabel = "NAME",
            descriptionKey = "cli.train.optimiser")
    String optimiser;

    @Option(names = "--rate", paramLabel = "NUMBER", descriptionKey = "cli.train.rate")
    Double rate;

    @Option(names = "--schedule", paramLabel = "SCHEDULE", descriptionKey = "cli.train.schedule")
    String schedule;

    @Option(names = "--batch", paramLabel = "N", descriptionKey = "cli.train.batch")
    Integer batch;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "cli.train.steps")
    Long steps;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.train.epochs")
    Long epochs;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.train.seed")
    Long seed;

    @Option(names = "--split", paramLabel = "SHARE", descriptionKey = "cli.train.split")
    Double split;

    @Option(names = "--dtype", paramLabel = "f32|f64", descriptionKey = "cli.train.dtype")
    String dtype;

    @Option(names = "--backend", paramLabel = "NAME", descriptionKey = "cli.train.backend")
    String backend;

    @Option(names = "--plot", paramLabel = "loss.png", descriptionKey = "cli.train.plot")
    Path plot;

    @Option(names = "--export", paramLabel = "Model.java", descriptionKey = "cli.train.export")
    Path export;

    @Option(names = "--save", paramLabel = "out.chain", descriptionKey = "cli.train.save")
    Path save;

    @Option(names = "--json", descriptionKey = "cli.train.json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.help")
    boolean help;

    /** Refuses numbers that mean nothing. */
    void check() throws CliException {
        if (steps != null && epochs != null) {
            throw new CliException("train.stepsAndEpochs");
        }
        requireCount("--steps", steps);
        requireCount("--epochs", epochs);
        requireCount("--batch", batch);
        if (rate != null && !(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new CliException("train.noRate", Decimals.text(rate));
        }
        if (split != null && !(split >= 0 && split < 1)) {
            throw new CliException("train.noShare", Decimals.text(split));
        }
    }

    private static void requireCount(String option, Number count) throws CliException {
        if (count != null && count.longValue() < 1) {
            throw new CliException("train.noCount", option, count);
        }
    }

    /** Whether it is said what to learn from, or what to predict. */
    boolean changesData() {
        return data != null || target != null;
    }
}
