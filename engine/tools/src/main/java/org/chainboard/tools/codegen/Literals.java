package org.chainboard.tools.codegen;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.tensor.DType;

/** Values as Java writes them, in ASCII. */
final class Literals {
    private static final int WIDTH = 88;

    private Literals() {}

    /**
     * A text as a literal, or as several with pluses between where it is long; no text can end its literal early, because
     * every quote, backslash and character outside ASCII is escaped.
     */
    static String text(String text) {
        StringBuilder literal = new StringBuilder("\"");
        int start = 0;
        for (char c : text.toCharArray()) {
            if (literal.length() - start > WIDTH) {
                literal.append("\"\n");
                start = literal.length();
                literal.append("+ \"");
            }
            literal.append(escaped(c));
        }
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c >= ' ' && c <= '~' ? String.valueOf(c) : unprinted(c);
        };
    }

    private static String unprinted(char c) {
        // javac reads \\u000a as the end of a line before it looks for literals, so control characters go in octal
        return String.format(c < 0x80 ? "\\%03o" : "\\u%04x", (int) c);
    }

    /** A number of this type: the shortest decimals that give it again. */
    static String number(double value, DType dtype) {
        String type = dtype == DType.F32 ? "Float" : "Double";
        if (Double.isNaN(value)) {
            return type + ".NaN";
        } else if (Double.isInfinite(value)) {
            return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return dtype == DType.F32
                ? NumberOutput.toString((float) value, true) + "f"
                : NumberOutput.toString(value, true);
    }

    /** Items with commas between, in as many lines as they need. */
    static String list(List<String> items) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String item : items) {
            if (!line.isEmpty() && line.length() + item.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(item);
        }
        lines.add(line.toString());
        return String.join(",\n", lines);
    }
}
