package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Initialiser;
import org.chainboard.engine.network.ChainScanner.Part;

/** Reads what stands in the brackets of {@code Dense(10 => 5, σ; bias=false)} or {@code Dense(10, 5, σ)}. */
final class DenseReader {
    private static final int LARGEST = 1_000_000;
    private static final String ARROW = "=>";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern OPTION = Pattern.compile("([\\p{L}_]\\w*)\\s*=(?![=>])");

    private final ChainScanner scanner;
    private final int open;
    private final List<Part> plain = new ArrayList<>();
    private Part bias;
    private Part init;

    /** Its bracket, at {@code open}, has been gone past. */
    DenseReader(ChainScanner scanner, int open) {
        this.scanner = scanner;
        this.open = open;
    }

    /** The layer; an activation that is no row of the table follows it as a layer of its own, which computes the same. */
    List<ChainElement> read() {
        parts();
        spreadArrow();
        if (plain.size() < 2) {
            throw new ChainMistake(open + 1, "dense.sizes");
        }
        if (plain.size() > 3) {
            Part more = plain.get(3);
            throw new ChainMistake(more.at(), "dense.more", more.text());
        }
        int inputs = size(plain.get(0));
        int units = size(plain.get(1));
        List<ChainElement> read = new ArrayList<>();
        String activation = Activation.IDENTITY.text();
        if (plain.size() == 3) {
            ChainElement after = ChainReader.single(plain.get(2));
            if (after.block() instanceof Block.Activation row) {
                activation = row.name();
            } else {
                read.add(after);
            }
        }
        Block.Dense block = new Block.Dense(units, activation, initialiser(), hasBias());
        read.add(0, ChainElement.dense(block, plain.get(0).at(), inputs));
        return read;
    }

    private void parts() {
        while (!scanner.takes(")")) {
            Part part = scanner.part();
            if (scanner.isAtEnd()) {
                throw new ChainMistake(open, "open");
            }
            if (scanner.sees("|>")) {
                throw new ChainMistake(scanner.at(), "comma", "|>");
            }
            boolean comma = scanner.takes(",");
            if (!comma) {
                scanner.takes(";");
            }
            Matcher option = OPTION.matcher(part.text());
            if (option.lookingAt()) {
                option(part, option);
            } else if (!part.isEmpty()) {
                plain.add(part);
            } else if (comma && !plain.isEmpty()) {
                throw new ChainMistake(part.at(), "dense.empty");
            }
        }
    }

    private void option(Part part, Matcher option) {
        Part value = part.between(option.end(), part.text().length());
        String name = option.group(1);
        boolean isBias = name.equals("bias");
        if (!isBias && !name.equals("init")) {
            throw new ChainMistake(part.at(), "dense.option", name);
        }
        if ((isBias ? bias : init) != null) {
            throw new ChainMistake(part.at(), "dense.twice", name);
        }
        if (isBias) {
            bias = value;
        } else {
            init = value;
        }
    }

    /** Makes two parts of {@code 10 => 5}. */
    private void spreadArrow() {
        Part first = plain.isEmpty() ? new Part("", open) : plain.get(0);
        int arrow = first.text().indexOf(ARROW);
        if (arrow >= 0) {
            plain.set(0, first.between(0, arrow));
            plain.add(1, first.between(arrow + ARROW.length(), first.text().length()));
        }
    }

    private static int size(Part part) {
        boolean isWhole = WHOLE.matcher(part.text()).matches();
        int size = isWhole ? Integer.parseInt(part.text()) : 0;
        if (size < 1 || size > LARGEST) {
            throw new ChainMistake(part.at(), part.isEmpty() ? "dense.noSize" : "dense.size", LARGEST, part.text());
        }
        return size;
    }

    private boolean hasBias() {
        if (bias == null || bias.text().equals("true")) {
            return true;
        }
        if (bias.text().equals("false")) {
            return false;
        }
        throw new ChainMistake(bias.at(), "dense.bias", bias.text());
    }

    private String initialiser() {
        return init == null ? Init.GLOROT_UNIFORM.text() : initialiser(init).text();
    }

    /** How weights start. @throws ChainMistake when the part says nothing of the kind */
    static Initialiser initialiser(Part part) {
        return Initialiser.parse(part.text()).orElseThrow(() -> unknownInit(part));
    }

    private static ChainMistake unknownInit(Part part) {
        String name = part.text().startsWith("Flux.") ? part.text().substring("Flux.".length()) : part.text();
        List<String> known = Stream.of(Init.values()).map(Init::text).toList();
        return Nearest.to(name, known)
                .map(nearest -> new ChainMistake(part.at(), "dense.initNear", name, nearest))
                .orElseGet(() -> new ChainMistake(part.at(), "dense.init", name, String.join(", ", known)));
    }
}
