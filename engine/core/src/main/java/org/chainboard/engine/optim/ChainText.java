package org.chainboard.engine.optim;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules in Flux's spelling: numbers in their order, both decays as a pair, defaults at the end left out. */
final class ChainText {
    /** The two decays are one argument. */
    static final String FIRST_OF_PAIR = "beta1";

    static final String SECOND_OF_PAIR = "beta2";

    private ChainText() {}

    static String of(OptimiserChain.Link link) {
        List<Hyper> hypers = link.kind().numbers();
        int said = hypers.size();
        while (said > 1 && link.numbers().get(said - 1) == hypers.get(said - 1).usual()) {
            said--;
        }
        // a pair is said whole
        boolean half = said > 0 && hypers.get(said - 1).name().equals(FIRST_OF_PAIR);
        String numbers = IntStream.range(0, half ? said + 1 : said)
                .mapToObj(i -> number(hypers.get(i).name(), link.numbers().get(i)))
                .collect(Collectors.joining(", "));
        String variant =
                link.kind().variant().isEmpty() ? "" : "; " + link.kind().variant();
        return link.kind().rule() + "(" + numbers + variant + ")";
    }

    private static String number(String name, double value) {
        String text = number(value);
        return switch (name) {
            case FIRST_OF_PAIR -> "(" + text;
            case SECOND_OF_PAIR -> text + ")";
            default -> text;
        };
    }

    /** 0.001 as it is written, 10 without a point, 1e-8 without an idle zero, and Inf. */
    static String number(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return Cursor.INFINITE;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        boolean readable = Math.abs(value) >= 1e-5 && Math.abs(value) < 1e15;
        String shortest = Double.toString(value);
        return readable
                ? new BigDecimal(shortest).stripTrailingZeros().toPlainString()
                : shortest.replace(".0E", "e").replace('E', 'e');
    }
}
