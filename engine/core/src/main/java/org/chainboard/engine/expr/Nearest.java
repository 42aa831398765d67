package org.chainboard.engine.expr;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which name was probably meant by one that is not known. */
public final class Nearest {
    private Nearest() {}

    /** The name of {@code known} that is most like {@code wanted}, when at most half of the letters differ. */
    public static Optional<String> to(String wanted, Collection<String> known) {
        int allowed = Math.max(1, wanted.length() / 2);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> wanted.length() > 1 && distance(wanted, name) <= allowed);
    }

    /** The least number of letters to change, add or leave out (Levenshtein); upper and lower case are the same. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
