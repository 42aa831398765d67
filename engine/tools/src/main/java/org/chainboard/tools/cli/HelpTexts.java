package org.chainboard.tools.cli;

import java.util.ResourceBundle;
import org.chainboard.tools.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the words of the bundle into the help of every command: {@code cli.<command>.about} and {@code .examples}. */
final class HelpTexts {
    private static final Words WORDS = new Words("cli");

    private HelpTexts() {}

    static void fill(CommandLine line) {
        ResourceBundle bundle = Words.bundle();
        line.setResourceBundle(bundle);
        fillOne(line);
        line.getSubcommands().values().forEach(HelpTexts::fillOne);
    }

    private static void fillOne(CommandLine line) {
        String name = line.getCommandName();
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.header(lines(name + ".header"));
        usage.synopsisHeading("%n" + WORDS.get("usage") + " ");
        usage.customSynopsis(lines(name + ".synopsis"));
        usage.descriptionHeading("%n");
        usage.description(lines(name + ".about"));
        boolean hasParameters = !line.getCommandSpec().positionalParameters().isEmpty();
        usage.parameterListHeading(hasParameters ? "%n" : "");
        usage.optionListHeading(hasParameters ? "" : "%n");
        usage.commandListHeading("%n" + WORDS.get("commands") + "%n");
        usage.footerHeading("%n");
        usage.footer(lines(name + ".examples"));
        usage.sortOptions(false);
    }

    private static String[] lines(String key) {
        // picocli formats these texts
        return WORDS.get(key).replace("%", "%%").split("\n");
    }

    /** How to get the help of this command. */
    static String hint(CommandLine line) {
        return WORDS.get("hint", line.getCommandSpec().qualifiedName());
    }
}
