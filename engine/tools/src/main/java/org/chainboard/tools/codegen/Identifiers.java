package org.chainboard.tools.codegen;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call things, as Java identifiers of plain letters. */
final class Identifiers {
    private static final Pattern GREEK = Pattern.compile("GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?([A-Z]+).*");

    private Identifiers() {}

    /** {@code Dense₁} as {@code dense1}, {@code hidden layer} as {@code hiddenLayer}, {@code σ} as {@code sigma}. */
    static String camel(String name, String usual) {
        StringBuilder camel = new StringBuilder();
        for (String word : ascii(name).split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        String all = camel.isEmpty() || Character.isDigit(camel.charAt(0)) ? usual + camel : camel.toString();
        boolean initials = all.length() > 1 && all.equals(all.toUpperCase(Locale.ROOT));
        return initials
                ? all.toLowerCase(Locale.ROOT)
                : all.substring(0, 1).toLowerCase(Locale.ROOT) + all.substring(1);
    }

    /** {@code hiddenLayer} as {@code HIDDEN_LAYER}. */
    static String constant(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(point -> ascii.append(plain(point)));
        return ascii.toString();
    }

    private static String plain(int point) {
        if (point < 128) {
            return Character.toString(point);
        }
        boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
        Matcher greek = GREEK.matcher(String.valueOf(Character.getName(point)));
        if (mark) {
            return "";
        } else if (greek.matches()) {
            return greek.group(1).toLowerCase(Locale.ROOT);
        }
        return switch (point) {
            case 'ƒ' -> "f";
            case 'ß' -> "ss";
            default -> " ";
        };
    }
}
