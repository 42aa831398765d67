package org.chainboard.app.inspector.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Activation;

/**
 * What was typed where an activation is asked for: a name of the table, or a function of one argument.
 *
 * @param value what to use; empty where there is a mistake, or where only the beginning of a name was typed
 * @param mistake what is wrong; empty where nothing is
 * @param hint what it may become; empty where there is nothing to tell
 */
record ActivationText(Optional<String> value, String mistake, String hint) {

    static List<String> names() {
        return Arrays.stream(Activation.values()).map(Activation::text).toList();
    }

    static ActivationText of(String typed, Context context) {
        String text = typed.strip();
        Optional<Activation> row = Activation.parse(text);
        if (row.isPresent()) {
            return new ActivationText(row.map(Activation::text), "", "");
        }
        boolean isName = text.chars().allMatch(Character::isLetterOrDigit);
        return isName ? name(text, context) : function(text, context);
    }

    private static ActivationText name(String text, Context context) {
        String begun = text.toLowerCase(Locale.ROOT);
        String meant = names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun))
                .collect(Collectors.joining(", "));
        return meant.isEmpty()
                ? wrong(context.text("activation.unknown", text))
                : new ActivationText(Optional.empty(), "", text.isEmpty() ? context.text("activation.empty") : meant);
    }

    private static ActivationText function(String text, Context context) {
        Parsed parsed = TypedFunction.parse(text);
        if (parsed instanceof SyntaxProblem problem) {
            return wrong(problem.message());
        }
        TypedFunction function = (TypedFunction) parsed;
        int arguments = function.arguments().size();
        if (arguments != 1) {
            return wrong(context.text("activation.arguments", arguments));
        }
        String letters = String.join(", ", function.letters());
        String hint = letters.isEmpty()
                ? ""
                : context.text("activation.letters", letters, function.letters().size());
        return new ActivationText(Optional.of(text), "", hint);
    }

    private static ActivationText wrong(String sentence) {
        return new ActivationText(Optional.empty(), sentence, "");
    }
}
