package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Nearest;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.ChainScanner.Part;

/** Reads a chain text from left to right; how deep chains are nested is bounded. */
final class ChainReader {
    private static final int DEEPEST = 100;
    private static final String CHAIN = "Chain";
    private static final String DENSE = "Dense";
    private static final List<String> LAYERS =
            Stream.concat(Stream.of(CHAIN, DENSE), LayerReader.kinds().stream()).toList();

    /** {@code |> gpu}, which says where it runs. */
    private static final Pattern PIPED = Pattern.compile("\\|>\\s*(gpu|cpu|f32|f64)\\b");

    private static final Pattern MODULE = Pattern.compile("(Flux|NNlib)\\.");

    private final ChainScanner scanner;
    private final List<ChainElement> elements = new ArrayList<>();
    private int depth;

    ChainReader(String text) {
        this.scanner = new ChainScanner(text);
    }

    /** The layers in their order, without the chains around them. @throws ChainMistake when it is no chain */
    List<ChainElement> read() {
        if (scanner.isAtEnd()) {
            throw new ChainMistake(0, "blank");
        }
        scanner.named();
        element();
        while (scanner.takes(PIPED)) {
            // one after the other: they say where it runs, not what it is
        }
        scanner.takes(";");
        if (scanner.isAtEnd()) {
            return elements;
        }
        throw scanner.sees(")")
                ? new ChainMistake(scanner.at(), "closed")
                : new ChainMistake(scanner.at(), "rest", scanner.next());
    }

    private void element() {
        scanner.takes(MODULE);
        int start = scanner.at();
        if (scanner.opens(CHAIN)) {
            chain(scanner.behind());
        } else if (scanner.opens(DENSE)) {
            elements.addAll(new DenseReader(scanner, scanner.behind()).read());
        } else if (LAYERS.contains(scanner.word()) && scanner.opens(scanner.word())) {
            scanner.backTo(start);
            elements.add(written(start));
        } else {
            refuseUnknownLayer(start);
            elements.add(single(scanner.part()));
        }
    }

    private void chain(int open) {
        if (depth == DEEPEST) {
            throw new ChainMistake(open, "deep", DEEPEST);
        }
        depth++;
        int first = elements.size();
        boolean named = false;
        while (!scanner.takes(")")) {
            requireMore(open);
            int start = scanner.at();
            Optional<String> name = scanner.named();
            if (name.isPresent() != named && elements.size() > first) {
                throw new ChainMistake(start, "someNamed");
            }
            named = name.isPresent();
            if (named) {
                called(name.get(), start);
            } else {
                element();
            }
            if (!scanner.takes(",") && !scanner.sees(")")) {
                requireMore(open);
                throw new ChainMistake(scanner.at(), "comma", scanner.next());
            }
        }
        depth--;
    }

    /** One layer that has a name: a chain in it stays one layer. */
    private void called(String name, int start) {
        if (elements.stream().anyMatch(element -> element.name().equals(name))) {
            throw new ChainMistake(start, "twice", name);
        }
        int before = elements.size();
        int from = scanner.at();
        if (scanner.word().equals(CHAIN)) {
            elements.add(written(from));
        } else {
            element();
        }
        if (elements.size() > before + 1) {
            // a Dense with a typed activation is two nodes; under one name it stays a layer
            elements.subList(before, elements.size()).clear();
            scanner.backTo(from);
            elements.add(written(from));
        }
        elements.set(before, elements.get(before).called(name));
    }

    private ChainElement written(int start) {
        Layer layer = new LayerReader(scanner, LayerMaker.empty(), "", new LayerNames(null)).layer();
        return ChainElement.written(layer, scanner.since(start), start);
    }

    private void requireMore(int open) {
        if (scanner.isAtEnd()) {
            throw new ChainMistake(open, "open");
        }
    }

    /** Layers are written with a capital letter; functions that are not known are left to the reader of functions. */
    private void refuseUnknownLayer(int start) {
        String word = scanner.word();
        if (word.isEmpty() || Vocabulary.find(word).isPresent() || !scanner.opens(word)) {
            return;
        }
        scanner.backTo(start);
        Optional<String> nearest = Nearest.to(word, LAYERS);
        if (nearest.isPresent() || word.length() > 1 && Character.isUpperCase(word.charAt(0))) {
            throw unknown(word, start, nearest);
        }
    }

    private static ChainMistake unknown(String word, int at, Optional<String> nearest) {
        return nearest.map(known -> new ChainMistake(at, "unknownNear", word, known))
                .orElseGet(() -> new ChainMistake(at, "unknown", word, String.join(", ", LayerReader.kinds())));
    }

    /** An activation, a function by its name alone, or a typed function. */
    static ChainElement single(Part part) {
        if (part.isEmpty()) {
            throw new ChainMistake(part.at(), "missing");
        }
        Optional<Activation> activation = Activation.parse(part.text());
        if (activation.isPresent()) {
            return ChainElement.of(new Block.Activation(activation.get().text()), part.at());
        }
        return part.text().equals(new ChainScanner(part.text()).word()) ? named(part) : function(part);
    }

    private static ChainElement named(Part part) {
        String name = part.text();
        if (LAYERS.contains(name)) {
            throw new ChainMistake(part.end(), "brackets", name);
        }
        Optional<Word> word = Vocabulary.find(name).filter(found -> found.most() == 1);
        if (word.isPresent()) {
            String text = "x -> " + word.get().name() + "(x)";
            return ChainElement.function((TypedFunction) TypedFunction.parse(text), text, part.at());
        }
        throw unknown(name, part.at(), meant(name));
    }

    /** The layer or activation that was probably meant; where none is near, another function. */
    private static Optional<String> meant(String name) {
        List<String> layers = new ArrayList<>(LAYERS);
        List<String> others = new ArrayList<>();
        for (Word word : Vocabulary.words()) {
            if (word.most() == 1) {
                List<String> names = Activation.parse(word.name()).isPresent() ? layers : others;
                names.add(word.name());
                names.addAll(word.aliases());
            }
        }
        return Nearest.to(name, layers).or(() -> Nearest.to(name, others));
    }

    private static ChainElement function(Part part) {
        TypedFunction function = typed(part);
        if (function.arguments().size() != 1) {
            throw new ChainMistake(part.at(), "arguments", function.arguments().size());
        }
        return ChainElement.function(function, part.text().replaceAll("\\s+", " "), part.at());
    }

    /** A typed function, of any number of arguments. */
    static TypedFunction typed(Part part) {
        int sizes = part.text().indexOf("=>");
        if (sizes >= 0) {
            throw new ChainMistake(part.at() + sizes, "sizes");
        }
        Parsed parsed = TypedFunction.parse(part.text());
        if (parsed instanceof SyntaxProblem problem) {
            throw new ChainMistake(part.at(), problem);
        }
        return (TypedFunction) parsed;
    }
}
