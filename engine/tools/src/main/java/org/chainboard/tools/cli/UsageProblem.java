package org.chainboard.tools.cli;

import java.util.List;
import java.util.Optional;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.tools.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for each way in which options can be wrong. */
final class UsageProblem {
    private static final Words WORDS = new Words("cli");

    private UsageProblem() {}

    static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), problem.getCommandLine());
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return WORDS.get("twice", name(twice.getOverwritten()));
        }
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        ArgSpec option = problem.getArgSpec();
        if (option == null) {
            return WORDS.get("wrong", Words.brief(problem.getMessage()));
        }
        if (problem.getValue() == null) {
            return missing(option);
        }
        return WORDS.get("value", name(option), option.paramLabel(), Words.brief(problem.getValue()));
    }

    private static String missing(ArgSpec option) {
        return WORDS.get(option.isOption() ? "noValue" : "noParameter", name(option), option.paramLabel());
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }

    /** A word that nothing is called by. */
    static String unknown(String word, CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        if (word.startsWith("-")) {
            return unknown("option", word, List.copyOf(command.optionsMap().keySet()));
        }
        List<String> commands = List.copyOf(command.subcommands().keySet());
        return commands.isEmpty() ? WORDS.get("more", Words.brief(word)) : unknown("command", word, commands);
    }

    private static String unknown(String kind, String word, List<String> known) {
        String brief = Words.brief(word);
        Optional<String> begun = known.stream()
                .filter(name -> word.length() > 2 && name.startsWith(word))
                .findFirst();
        Optional<String> nearest = begun.or(() -> Nearest.to(word, known));
        return nearest.map(name -> WORDS.get(kind + ".near", brief, name))
                .orElseGet(() -> WORDS.get(kind + ".unknown", brief));
    }
}
