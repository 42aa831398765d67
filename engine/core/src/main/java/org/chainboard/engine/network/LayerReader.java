package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Connection;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Join;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Maxout;
import org.chainboard.engine.layer.PairwiseFusion;
import org.chainboard.engine.layer.Parallel;
import org.chainboard.engine.layer.SkipConnection;
import org.chainboard.engine.network.ChainScanner.Part;

/** Reads the text of a layer, with the layers inside it, from left to right; how deep they are nested is bounded. */
final class LayerReader {
    private static final int DEEPEST = 100;
    private static final int MOST_COPIES = 1000;
    /** The layers that hold others. */
    private static final List<String> HOLDERS =
            List.of("Chain", "SkipConnection", "Parallel", "PairwiseFusion", "Maxout");

    private static final Pattern MODULE = Pattern.compile("(Flux|NNlib)\\.");
    private static final Pattern FACTORY = Pattern.compile("\\(\\s*\\)\\s*->");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final ChainScanner scanner;
    private final LayerMaker maker;
    private final String stream;
    private final LayerNames names;
    private int depth;

    /**
     * @param maker makes the numbers
     * @param stream what the random numbers follow, together with the name of each layer
     */
    LayerReader(ChainScanner scanner, LayerMaker maker, String stream, LayerNames names) {
        this.scanner = scanner;
        this.maker = maker;
        this.stream = stream;
        this.names = names;
    }

    /** The names of all kinds of layer but Dense and Chain. */
    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(HOLDERS);
        kinds.addAll(SimpleReader.KINDS);
        kinds.remove("Chain");
        kinds.remove("Dense");
        return kinds;
    }

    /** All of {@code text} as one layer called {@code name}. @throws ChainMistake when it is none */
    static Layer whole(String text, String name, LayerMaker maker, String stream) {
        ChainScanner scanner = new ChainScanner(text);
        if (scanner.isAtEnd()) {
            throw new ChainMistake(0, "blank");
        }
        Layer layer = new LayerReader(scanner, maker, stream, new LayerNames(name)).layer();
        scanner.takes(";");
        if (scanner.isAtEnd()) {
            return layer;
        }
        throw scanner.sees(")")
                ? new ChainMistake(scanner.at(), "closed")
                : new ChainMistake(scanner.at(), "comma", scanner.next());
    }

    /** The layer that comes next. */
    Layer layer() {
        scanner.takes(MODULE);
        int start = scanner.at();
        String word = scanner.word();
        if (HOLDERS.contains(word) && scanner.opens(word)) {
            return holder(word, scanner.behind());
        } else if (SimpleReader.KINDS.contains(word) && scanner.opens(word)) {
            return simple(word, scanner.behind());
        }
        refuseUnknown(word, start);
        return function(scanner.part());
    }

    private Layer simple(String kind, int open) {
        String name = names.next(kind);
        return new SimpleReader(scanner, maker, maker.rng().apply(stream + name), this::function)
                .read(kind, name, open);
    }

    /** An activation or a typed function of one argument. */
    private Layer function(Part part) {
        ChainElement read = ChainReader.single(part);
        if (read.block() instanceof Block.Activation row) {
            return Activation.parse(row.name()).orElseThrow();
        }
        return FunctionLayer.create(names.next("ƒ"), read.function().orElseThrow(), maker.dtype());
    }

    private void refuseUnknown(String word, int start) {
        boolean isCall = !word.isEmpty() && scanner.opens(word);
        scanner.backTo(start);
        if (!isCall || Vocabulary.find(word).isPresent()) {
            return;
        }
        List<String> all = new ArrayList<>(kinds());
        all.addAll(List.of("Chain", "Dense"));
        Optional<String> nearest = Nearest.to(word, all);
        if (nearest.isPresent()) {
            throw new ChainMistake(start, "unknownNear", word, nearest.get());
        } else if (word.length() > 1 && Character.isUpperCase(word.charAt(0))) {
            throw new ChainMistake(start, "unknown", word, String.join(", ", kinds()));
        }
    }

    private Layer holder(String kind, int open) {
        if (depth == DEEPEST) {
            throw new ChainMistake(open, "deep", DEEPEST);
        }
        depth++;
        names.skip();
        Layer layer = switch (kind) {
            case "Chain" -> chain(open);
            case "SkipConnection" -> skip(open);
            case "Maxout" -> maxout(open);
            case "Parallel" -> parallel(open);
            default -> fusion(open);
        };
        depth--;
        return layer;
    }

    private Layer chain(int open) {
        List<Layer> layers = new ArrayList<>();
        List<String> given = new ArrayList<>();
        while (!closes(open, stands(layers))) {
            int start = scanner.at();
            Optional<String> name = scanner.named();
            if (!layers.isEmpty() && name.isPresent() == given.isEmpty()) {
                throw new ChainMistake(start, "someNamed");
            }
            if (name.isPresent() && given.contains(name.get())) {
                throw new ChainMistake(start, "twice", name.get());
            }
            name.ifPresent(given::add);
            layers.add(name.map(this::called).orElseGet(this::layer));
        }
        return new Chain(layers, given);
    }

    private Layer called(String name) {
        String outer = names.enter(name);
        Layer layer = layer();
        names.back(outer);
        return layer;
    }

    private Layer skip(int open) {
        Layer inner = firstLayer("SkipConnection", open);
        requireComma("SkipConnection", open);
        int at = scanner.at();
        Connection connection = connection();
        requireArguments(connection, 2, at);
        requireEnd("SkipConnection", open);
        return new SkipConnection(inner, connection);
    }

    private Layer parallel(int open) {
        int at = scanner.at();
        Connection connection = connection();
        List<Layer> layers = others("Parallel", open);
        requireArguments(connection, layers.size(), at);
        return new Parallel(connection, layers);
    }

    private Layer fusion(int open) {
        int at = scanner.at();
        Connection connection = connection();
        requireArguments(connection, 2, at);
        return new PairwiseFusion(connection, others("PairwiseFusion", open));
    }

    private List<Layer> others(String kind, int open) {
        List<Layer> layers = new ArrayList<>();
        requireComma(kind, open);
        while (!closes(open, stands(layers))) {
            layers.add(layer());
        }
        if (layers.isEmpty()) {
            throw new ChainMistake(scanner.behind(), "layer.empty", kind);
        }
        return layers;
    }

    private Layer maxout(int open) {
        if (!scanner.takes(FACTORY)) {
            List<Layer> layers = new ArrayList<>();
            while (!closes(open, stands(layers))) {
                layers.add(layer());
            }
            if (layers.isEmpty()) {
                throw new ChainMistake(scanner.behind(), "layer.empty", "Maxout");
            }
            return new Maxout(layers);
        }
        int start = scanner.at();
        List<Layer> copies = new ArrayList<>(List.of(layer()));
        requireComma("Maxout", open);
        Part count = scanner.part();
        boolean isWhole = WHOLE.matcher(count.text()).matches();
        int wanted = isWhole ? Integer.parseInt(count.text()) : 0;
        if (wanted < 1 || wanted > MOST_COPIES) {
            throw new ChainMistake(count.at(), "layer.copies", MOST_COPIES, count.text());
        }
        requireEnd("Maxout", open);
        int behind = scanner.at();
        while (copies.size() < wanted) {
            scanner.backTo(start);
            copies.add(layer());
        }
        scanner.backTo(behind);
        return new Maxout(copies);
    }

    private Layer firstLayer(String kind, int open) {
        if (scanner.sees(")")) {
            throw new ChainMistake(scanner.at(), "layer.empty", kind);
        }
        requireMore(open);
        return layer();
    }

    /** A row of the table, a typed function, or a layer of two inputs. */
    private Connection connection() {
        int start = scanner.at();
        String word = scanner.word();
        if (SimpleReader.KINDS.contains(word) && scanner.opens(word)) {
            Layer layer = simple(word, scanner.behind());
            if (layer instanceof Connection connection) {
                return connection;
            }
            throw new ChainMistake(start, "layer.connection", word);
        }
        Part part = scanner.part();
        Optional<Join> row = Join.parse(part.text());
        if (row.isPresent()) {
            return row.get();
        }
        if (part.isEmpty() || !part.text().contains("->") && !part.text().contains("=")) {
            throw new ChainMistake(part.at(), "layer.connection", part.text());
        }
        TypedFunction f = ChainReader.typed(part);
        return FunctionLayer.create(names.next("ƒ"), f, maker.dtype());
    }

    private static void requireArguments(Connection connection, int count, int at) {
        int takes = connection instanceof FunctionLayer function
                ? function.f().arguments().size()
                : count;
        if (takes != count) {
            throw new ChainMistake(at, "layer.joins", count, takes);
        }
    }

    /** Whether the bracket ends here; else a comma has been gone past, if something {@code stands} before it. */
    private boolean closes(int open, boolean stands) {
        boolean separated = !stands || scanner.takes(",") || scanner.takes(";");
        if (scanner.takes(")")) {
            return true;
        }
        requireMore(open);
        if (!separated) {
            throw new ChainMistake(scanner.at(), "comma", scanner.next());
        }
        return false;
    }

    private static boolean stands(List<Layer> before) {
        return !before.isEmpty();
    }

    private void requireMore(int open) {
        if (scanner.isAtEnd()) {
            throw new ChainMistake(open, "open");
        }
    }

    private void requireComma(String kind, int open) {
        requireMore(open);
        if (scanner.sees(")")) {
            throw new ChainMistake(scanner.at(), "layer.empty", kind);
        }
        if (!scanner.takes(",") && !scanner.takes(";")) {
            throw new ChainMistake(scanner.at(), "comma", scanner.next());
        }
    }

    private void requireEnd(String kind, int open) {
        scanner.takes(",");
        requireMore(open);
        if (!scanner.takes(")")) {
            throw new ChainMistake(scanner.at(), "layer.more", kind, scanner.next());
        }
    }
}
