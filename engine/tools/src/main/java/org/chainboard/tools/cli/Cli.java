package org.chainboard.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.chainboard.tools.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line of Chainboard. */
public final class Cli {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final int HELP_WIDTH = 100;
    private static final Words WORDS = new Words("cli");

    private final Console console;

    private Cli(Console console) {
        this.console = console;
    }

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(run(Console.system(), args));
    }

    /** Runs one command; the answer is its exit code: 0 only on success, 2 when it was used wrongly. */
    public static int run(Console console, String... args) {
        int code = new Cli(console).run(args);
        console.err().flush();
        return console.out().checkError() && code == DONE ? FAILED : code;
    }

    /** Every command, one a line. */
    private static List<CommandLine> commands(Console console) {
        return List.of(TrainCommand.line(console), GradCommand.line(console));
    }

    private int run(String... args) {
        try {
            var plain = GradCommand.plain(console, List.of(args));
            if (plain.isPresent()) {
                return run(plain.get());
            }
            return line().execute(args);
        } catch (Throwable bug) {
            return unexpected(bug);
        }
    }

    private int run(GradCommand command) {
        try {
            return command.call();
        } catch (CliException | IOException problem) {
            return failed(problem, () -> line().getSubcommands().get("grad"));
        }
    }

    private CommandLine line() {
        CommandLine line = new CommandLine(new MainCommand(console));
        commands(console).forEach(command -> line.addSubcommand(command.getCommandName(), command));
        HelpTexts.fill(line);
        return line.setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((problem, args) -> wrongUse(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, () -> command));
    }

    private int wrongUse(CommandLine.ParameterException problem) {
        console.err().println(UsageProblem.sentence(problem));
        console.err().println(HelpTexts.hint(problem.getCommandLine()));
        return WRONG_USE;
    }

    private int failed(Exception problem, Supplier<CommandLine> command) {
        if (problem instanceof CliException mistake) {
            console.err().println(mistake.shown());
            if (!mistake.hasPlace()) {
                console.err().println(HelpTexts.hint(command.get()));
            }
            return WRONG_USE;
        }
        if (problem instanceof IOException) {
            console.err().println(WORDS.get("io", Words.brief(String.valueOf(problem.getMessage()))));
            return FAILED;
        }
        return unexpected(problem);
    }

    /** One sentence; the rest goes into the log, which is silent unless asked. */
    private int unexpected(Throwable bug) {
        console.err().println(WORDS.get("unexpected", Words.brief(bug.toString())));
        System.getLogger(Cli.class.getName()).log(Level.DEBUG, "The command line met a bug.", bug);
        return FAILED;
    }
}
