package org.chainboard.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainboard.engine.tensor.Tensor;

/**
 * What is written after {@code --at}: values in the order of the arguments, or with names.
 *
 * @param inOrder values without a name
 * @param named values by name
 */
record AtValues(List<Tensor> inOrder, Map<String, Tensor> named) {
    private static final Pattern NAMED = Pattern.compile("([\\p{L}_][\\p{L}\\p{Mn}0-9_′₀-₉]*)\\s*=\\s*(.*)");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|Infinity)|NaN");

    /** Reads values that stand one after the other or with commas between: {@code 2 3}, {@code x=2,y=[1,2]}. */
    static AtValues read(List<String> words) throws CliException {
        AtValues values = new AtValues(new ArrayList<>(), new LinkedHashMap<>());
        for (String word : words) {
            for (String piece : pieces(word)) {
                values.add(piece);
            }
        }
        return values;
    }

    private void add(String piece) throws CliException {
        Matcher name = NAMED.matcher(piece);
        if (!name.matches()) {
            inOrder.add(value(piece));
        } else if (named.put(name.group(1), value(name.group(2))) != null) {
            throw new CliException("at.twice", name.group(1));
        }
    }

    private static Tensor value(String text) throws CliException {
        if (text.startsWith("[")) {
            return NestedList.read("--at", list(text));
        }
        String plain = text.replace('−', '-');
        if (!NUMBER.matcher(plain).matches()) {
            throw new CliException("at.number", text);
        }
        return Tensor.scalar(Double.parseDouble(plain));
    }

    private static JsonNode list(String text) throws CliException {
        try {
            return JsonCase.parse(text);
        } catch (CliException e) {
            throw new CliException("at.number", text);
        }
    }

    /** Whether {@code word} could stand after {@code --at}; a function could not. */
    static boolean isValues(String word) {
        return pieces(word).stream().allMatch(piece -> {
            Matcher name = NAMED.matcher(piece);
            String value = name.matches() ? name.group(2) : piece;
            return value.startsWith("[")
                    || NUMBER.matcher(value.replace('−', '-')).matches();
        });
    }

    /** Cuts at the commas that are in no bracket. */
    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                pieces.add(word.substring(start, i).strip());
                start = i + 1;
            }
        }
        pieces.add(word.substring(start).strip());
        return pieces;
    }
}
