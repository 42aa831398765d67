package org.chainboard.engine.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code glorot_uniform} and {@code kaiming_normal(gain=1)}. */
final class InitText {
    private static final Pattern CALL = Pattern.compile("(?:Flux\\.)?([a-z_0-9]+)\\s*(?:\\(([^()]*)\\))?");
    private static final Pattern NUMBER = Pattern.compile("\\s*;?\\s*([a-z]+)\\s*=\\s*(-?[0-9.]+(?:e-?[0-9]+)?)\\s*");

    private InitText() {}

    static Optional<Initialiser> parse(String text) {
        Matcher call = CALL.matcher(text.strip());
        Optional<Init> row = call.matches() ? Init.parse(call.group(1)) : Optional.empty();
        if (row.isEmpty() || call.group(2) == null || call.group(2).isBlank()) {
            return row.map(Initialiser.class::cast);
        }
        Map<String, Double> changed = new LinkedHashMap<>();
        for (String written : call.group(2).split(",")) {
            Matcher number = NUMBER.matcher(written);
            if (!number.matches() || !row.get().numbers().containsKey(number.group(1))) {
                return Optional.empty();
            }
            changed.put(number.group(1), Double.parseDouble(number.group(2)));
        }
        return Optional.of(row.get().with(changed));
    }
}
