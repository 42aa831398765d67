package org.chainboard.engine.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;

/** Reads the text of a loss: a name, a name with settings in brackets, or a function of ŷ and y. */
final class LossReader {
    private static final Pattern MODULE = Pattern.compile("^(Flux\\.)?(Losses\\.)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]+)\\s*\\(([^()]*)\\)");
    private static final Pattern SETTING = Pattern.compile("\\s*;?\\s*([A-Za-z_]+)\\s*=\\s*([^=\\s]+)\\s*");
    private static final Pattern FUNCTION = Pattern.compile("->|\\)\\s*=");

    private final String text;
    private Loss row;
    private Agg agg;
    private double number;
    private double smoothing;

    LossReader(String text) {
        this.text = MODULE.matcher(text.strip()).replaceFirst("");
    }

    /** The loss. @throws IllegalArgumentException saying what is wrong with the text */
    LossFunction read() {
        Matcher call = CALL.matcher(text);
        if (NAME.matcher(text).matches()) {
            return named(text);
        } else if (call.matches()) {
            row = named(call.group(1));
            agg = row.usualAgg();
            number = row.usualNumber();
            if (!call.group(2).isBlank()) {
                Arrays.stream(call.group(2).split(",", -1)).forEach(this::setting);
            }
            boolean isUsual = agg == row.usualAgg() && number == row.usualNumber() && smoothing == 0;
            return isUsual ? row : new AdjustedLoss(row, agg, number, smoothing);
        } else if (FUNCTION.matcher(text).find()) {
            return typed();
        }
        throw new IllegalArgumentException(Sentences.get("unknown", text, names()));
    }

    private static Loss named(String name) {
        return Loss.parse(name).orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> known = Arrays.stream(Loss.values())
                .flatMap(loss -> Stream.concat(Stream.of(loss.text()), loss.aliases().stream()))
                .toList();
        return new IllegalArgumentException(Nearest.to(name, known)
                .map(near -> Sentences.get("unknownNear", name, near))
                .orElseGet(() -> Sentences.get("unknown", name, names())));
    }

    private static String names() {
        return Arrays.stream(Loss.values()).map(Loss::text).collect(Collectors.joining(", "));
    }

    private void setting(String written) {
        Matcher setting = SETTING.matcher(written);
        if (!setting.matches()) {
            throw new IllegalArgumentException(Sentences.get("setting", row, written.strip()));
        }
        String name = setting.group(1);
        String value = setting.group(2);
        Optional<Loss.Number> own = row.number().filter(known -> known.name().equals(name));
        if (name.equals("agg")) {
            agg = Agg.parse(value).orElseThrow(() -> new IllegalArgumentException(Sentences.get("agg", value)));
        } else if (own.isPresent()) {
            number = number(name, value);
        } else if (name.equals(Loss.smoothingName())) {
            smoothing = number(name, value);
            Labels.requireShare(smoothing);
        } else {
            throw new IllegalArgumentException(Sentences.get("setting", row, name));
        }
    }

    private static double number(String name, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(Sentences.get("number", name, value));
    }

    private LossFunction typed() {
        Parsed parsed = TypedFunction.parse(text);
        if (parsed instanceof SyntaxProblem problem) {
            throw new IllegalArgumentException(problem.message());
        }
        return new TypedLoss((TypedFunction) parsed);
    }
}
