package org.chainboard.jcuda;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to people. */
final class Sentences {
    private Sentences() {}

    static String get(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("gpu." + key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** Why {@code card} cannot be used, or is not used any longer. */
    static String of(DriverFailure failure, String card) {
        return switch (failure.code()) {
            case DriverFailure.OUT_OF_MEMORY -> get("memory", card);
            case DriverFailure.OLD_DRIVER_FOR_PTX -> get("oldDriverForKernels", card);
            case DriverFailure.OLD_CARD_FOR_PTX -> get("oldCardForKernels", card);
            default -> get(failure.lasts() ? "lost" : "unusable", card, failure.getMessage());
        };
    }
}
