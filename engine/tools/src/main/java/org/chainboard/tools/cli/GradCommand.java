package org.chainboard.tools.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grad}: the value of a function, and how it changes. */
@Command(name = "grad")
final class GradCommand implements Callable<Integer> {
    private static final Words WORDS = new Words("cli");
    private static final List<String> USUAL = List.of("x");

    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "FUNCTION", descriptionKey = "cli.grad.function")
    private List<String> functions = new ArrayList<>();

    @Option(names = "--at", arity = "1..*", paramLabel = "VALUE", descriptionKey = "cli.grad.at")
    private List<String> at = new ArrayList<>();

    @Option(names = "--order", paramLabel = "0|1|2", descriptionKey = "cli.grad.order")
    private Integer order;

    @Option(names = "--json", descriptionKey = "cli.grad.json")
    private boolean json;

    @Option(names = "--help", usageHelp = true, descriptionKey = "cli.help")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private GradCommand(Console console) {
        this.console = console;
    }

    /**
     * The command, where the arguments are a function, {@code --at} and values and nothing else. Reading these without
     * picocli halves the time of a start.
     */
    static Optional<GradCommand> plain(Console console, List<String> args) {
        boolean isPlain =
                args.size() >= 4 && args.get(0).equals("grad") && args.get(2).equals("--at");
        if (!isPlain || args.get(1).startsWith("-")) {
            return Optional.empty();
        }
        List<String> values = args.subList(3, args.size());
        if (values.stream().anyMatch(value -> value.startsWith("--"))) {
            return Optional.empty();
        }
        GradCommand command = new GradCommand(console);
        command.functions.add(args.get(1));
        command.at.addAll(values);
        return Optional.of(command);
    }

    /** The command as picocli sees it. */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new GradCommand(console));
        // a function may begin with a minus, so there are no options with one minus here
        line.setUnmatchedOptionsArePositionalParams(true);
        line.getCommandSpec()
                .usageMessage()
                .customSynopsis(WORDS.get("grad.synopsis").split("\n"));
        return line;
    }

    @Override
    public Integer call() throws CliException, IOException {
        if (functions.equals(List.of("-h")) && at.isEmpty()) {
            spec.commandLine().usage(console.out(), spec.commandLine().getColorScheme());
            return Cli.DONE;
        }
        String text = function();
        if (json) {
            return JsonCases.answer(console);
        }
        Question question = question(text, AtValues.read(at));
        try {
            GradReport report = new GradReport(question);
            int times = order == null ? report.usualOrder() : order;
            console.out().print(report.head());
            console.out()
                    .print(report.formulas(times, left -> console.err().println(WORDS.get("grad.noFormula", left))));
            // the value is worth having even where there is no gradient
            console.out().print(report.value());
            console.out().print(report.derivatives(times));
        } catch (ShapeException problem) {
            throw CliException.saying(problem.getMessage());
        }
        return Cli.DONE;
    }

    /** The one function that was typed; empty with {@code --json}. */
    private String function() throws CliException {
        if (order != null && (order < 0 || order > 2)) {
            throw new CliException("value", "--order", "0|1|2", order);
        }
        refuseUnknownOption(functions);
        refuseUnknownOption(at);
        takeFunctionFromValues();
        if (json && !(functions.isEmpty() && at.isEmpty() && order == null)) {
            throw new CliException("grad.jsonAlone");
        }
        if (functions.size() > 1) {
            throw new CliException("grad.quotes", functions.get(1));
        }
        if (functions.isEmpty() && !json) {
            throw new CliException("grad.noFunction");
        }
        return json ? "" : functions.get(0);
    }

    private void refuseUnknownOption(List<String> words) throws CliException {
        for (String word : words) {
            if (word.matches("--[a-z].*")) {
                throw CliException.saying(UsageProblem.unknown(word, spec.commandLine()));
            }
        }
    }

    /** In {@code --at 2 'x^2'} the last word is no value but the function. */
    private void takeFunctionFromValues() {
        int last = at.size() - 1;
        if (functions.isEmpty() && last > 0 && !AtValues.isValues(at.get(last))) {
            functions.add(at.remove(last));
        }
    }

    private Question question(String text, AtValues values) throws CliException {
        boolean areNamed = values.inOrder().isEmpty() && !values.named().isEmpty();
        TypedFunction function =
                Question.read(text, areNamed ? List.copyOf(values.named().keySet()) : USUAL);
        function.hints().forEach(hint -> console.err().println(hint.message()));
        Map<String, Tensor> place = new LinkedHashMap<>();
        arguments(function, values, place);
        for (String letter : function.letters()) {
            if (!values.named().containsKey(letter)) {
                console.err().println(WORDS.get("grad.letter", letter));
            }
            place.put(letter, values.named().getOrDefault(letter, Tensor.scalar(1)));
        }
        for (String name : values.named().keySet()) {
            if (!place.containsKey(name)) {
                throw new CliException("grad.noName", name);
            }
        }
        return new Question(text, function, place);
    }

    private static void arguments(TypedFunction function, AtValues values, Map<String, Tensor> place)
            throws CliException {
        List<String> names = function.arguments();
        List<Tensor> inOrder = values.inOrder();
        if (inOrder.size() > names.size()) {
            throw new CliException("grad.many", String.join(", ", names), inOrder.size());
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isNamed = values.named().containsKey(name);
            if (i < inOrder.size() && isNamed) {
                throw new CliException("at.twice", name);
            }
            if (i >= inOrder.size() && !isNamed) {
                throw new CliException("grad.noValue", name);
            }
            place.put(name, isNamed ? values.named().get(name) : inOrder.get(i));
        }
    }
}
