package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainboard.engine.network.ChainScanner.Part;

/** What stands in the brackets of a layer that holds no other layers: {@code BatchNorm(10, relu; affine=false)}. */
final class CallParts {
    private static final int LARGEST = 1_000_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]+([eEf][+-]?[0-9]+)?");
    private static final Pattern OPTION = Pattern.compile("([\\p{L}_]\\w*)\\s*=(?![=>])");

    private final String layer;
    private final int open;
    private final List<Part> plain = new ArrayList<>();
    private final Map<String, Part> options = new LinkedHashMap<>();

    /** Its bracket, at {@code open}, has been gone past. */
    CallParts(ChainScanner scanner, int open, String layer, List<String> known) {
        this.layer = layer;
        this.open = open;
        while (!scanner.takes(")")) {
            Part part = scanner.part();
            if (scanner.isAtEnd()) {
                throw new ChainMistake(open, "open");
            }
            if (scanner.sees("|>")) {
                throw new ChainMistake(scanner.at(), "comma", "|>");
            }
            if (!scanner.takes(",")) {
                scanner.takes(";");
            }
            add(part, known);
        }
    }

    private void add(Part part, List<String> known) {
        Matcher option = OPTION.matcher(part.text());
        if (!option.lookingAt()) {
            if (!part.isEmpty()) {
                plain.add(part);
            }
            return;
        }
        String name = option.group(1);
        if (!known.contains(name)) {
            throw known.isEmpty()
                    ? new ChainMistake(part.at(), "layer.noOptions", layer, name)
                    : new ChainMistake(part.at(), "layer.option", layer, String.join(", ", known), name);
        }
        if (options.put(name, part.between(option.end(), part.text().length())) != null) {
            throw new ChainMistake(part.at(), "dense.twice", name);
        }
    }

    /** The arguments without a name. */
    List<Part> plain() {
        return plain;
    }

    /** The whole numbers that the arguments begin with, at least one. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (Part part : plain) {
            if (!WHOLE.matcher(part.text()).matches()) {
                break;
            }
            sizes.add(size(part));
        }
        if (sizes.isEmpty()) {
            throw new ChainMistake(plain.isEmpty() ? open + 1 : plain.get(0).at(), "layer.size", layer);
        }
        return sizes;
    }

    static int size(Part part) {
        boolean isWhole = WHOLE.matcher(part.text()).matches();
        int size = isWhole ? Integer.parseInt(part.text()) : 0;
        if (size < 1 || size > LARGEST) {
            throw new ChainMistake(part.at(), part.isEmpty() ? "dense.noSize" : "dense.size", LARGEST, part.text());
        }
        return size;
    }

    /** Refuses arguments beyond the first {@code most}. */
    void requireAtMost(int most) {
        if (plain.size() > most) {
            throw new ChainMistake(
                    plain.get(most).at(), "layer.more", layer, plain.get(most).text());
        }
    }

    /** The only argument, a number. */
    double number() {
        if (plain.isEmpty()) {
            throw new ChainMistake(open + 1, "layer.number", layer);
        }
        requireAtMost(1);
        return decimal(plain.get(0));
    }

    double number(String option, double usual) {
        return options.containsKey(option) ? decimal(options.get(option)) : usual;
    }

    private double decimal(Part part) {
        if (!DECIMAL.matcher(part.text()).matches()) {
            throw new ChainMistake(part.at(), "layer.decimal", part.text());
        }
        // Julia writes float32 as 1f-5 or 0.1f0
        return Double.parseDouble(part.text().replaceFirst("f(?=-?[0-9])", "e"));
    }

    boolean yes(String option) {
        Part part = options.get(option);
        if (part == null || part.text().equals("true")) {
            return true;
        }
        if (part.text().equals("false")) {
            return false;
        }
        throw new ChainMistake(part.at(), "layer.yes", option, part.text());
    }

    /** The text of an option; null when it is not there. */
    Part option(String name) {
        return options.get(name);
    }
}
