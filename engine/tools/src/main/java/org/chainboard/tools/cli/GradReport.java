package org.chainboard.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;

/** A function, its value and its derivatives as lines for people. */
final class GradReport {
    private final Question question;
    private final Derivatives derivatives;
    private final List<String> arguments;

    GradReport(Question question) {
        this.question = question;
        this.derivatives = new Derivatives(question, DType.F64);
        this.arguments = question.function().arguments();
    }

    /** Twice for a function of one number, else once. */
    int usualOrder() {
        return isOfOneNumber() ? 2 : 1;
    }

    /** Then slopes are written with primes. */
    private boolean isOfOneNumber() {
        return arguments.size() == 1
                && question.at().get(arguments.get(0)).shape().isScalar();
    }

    /** {@code f(x) = 3x^2 + 2x + 1}. */
    String head() {
        return line(
                "f(" + String.join(", ", arguments) + ")", question.function().formula());
    }

    /**
     * {@code f'(x) = 6x + 2} and so on up to {@code order}, for every argument and every letter.
     *
     * @param missing is told the left side of what has no formula
     */
    String formulas(int order, Consumer<String> missing) {
        List<String> names = new ArrayList<>(arguments);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < names.size() && order > 0; i++) {
            lines.append(formula(firstName(i), slope(names.get(i)), missing));
        }
        for (int i = 0; i < names.size() && order == 2; i++) {
            for (int j = i; j < names.size(); j++) {
                String next = names.get(j);
                lines.append(formula(secondName(i, j), slope(names.get(i)).flatMap(f -> f.derivative(next)), missing));
            }
        }
        for (String letter : order > 0 ? question.function().letters() : List.<String>of()) {
            lines.append(formula("∂f/∂" + letter, slope(letter), missing));
        }
        return lines.toString();
    }

    /** A formula is that of each element, so it holds where all arguments have one size. */
    private Optional<TypedFunction> slope(String name) {
        long sizes = arguments.stream()
                .map(argument -> question.at().get(argument).shape())
                .distinct()
                .count();
        return sizes > 1 ? Optional.empty() : question.function().derivative(name);
    }

    private String formula(String name, Optional<TypedFunction> slope, Consumer<String> missing) {
        String left = name + "(" + String.join(", ", arguments) + ")";
        if (slope.isEmpty()) {
            missing.accept(left);
        }
        return slope.map(f -> line(left, f.formula())).orElse("");
    }

    /** {@code f(2) = 17}. */
    String value() {
        return line("f" + place(), Decimals.text(derivatives.value()));
    }

    private String place() {
        return arguments.stream()
                .map(name -> Decimals.text(question.at().get(name)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code f'(2) = 14} and so on, for every argument and every letter. */
    String derivatives(int order) throws CliException {
        if (order == 0) {
            return "";
        }
        List<String> names = new ArrayList<>(question.at().keySet());
        Map<String, Tensor> first = derivatives.gradient(names);
        StringBuilder lines = new StringBuilder();
        if (isOfOneNumber()) {
            lines.append(line("f'" + place(), Decimals.text(first.remove(arguments.get(0)))));
        } else {
            lines.append(partial(first, arguments));
        }
        lines.append(order == 2 ? second() : "");
        return lines.append(partial(first, question.function().letters())).toString();
    }

    private static String partial(Map<String, Tensor> gradient, List<String> names) {
        return names.stream()
                .map(name -> line("∂f/∂" + name, Decimals.text(gradient.get(name))))
                .collect(Collectors.joining());
    }

    private String second() throws CliException {
        Map<String, Tensor> second = derivatives.second(arguments);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = i; j < arguments.size(); j++) {
                Tensor value = second.get(arguments.get(i) + "," + arguments.get(j));
                lines.append(line(secondName(i, j) + (isOfOneNumber() ? place() : ""), Decimals.text(value)));
            }
        }
        return lines.toString();
    }

    private String firstName(int i) {
        return isOfOneNumber() ? "f'" : "∂f/∂" + arguments.get(i);
    }

    private String secondName(int i, int j) {
        if (isOfOneNumber()) {
            return "f''";
        }
        String below = i == j ? "∂" + arguments.get(i) + "²" : "∂" + arguments.get(i) + "∂" + arguments.get(j);
        return "∂²f/" + below;
    }

    private static String line(String left, String right) {
        return left + " = " + right + System.lineSeparator();
    }
}
