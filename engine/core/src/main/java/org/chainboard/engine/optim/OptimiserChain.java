package org.chainboard.engine.optim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.tensor.Parameter;

/**
 * Rules one after the other: the first one is given the gradient, each next one what the one before made of it, and what
 * the last one makes of it is taken off the parameter; as in Optimisers.jl. An empty chain takes off the gradient itself.
 *
 * <p>The numbers of all rules have names of their own: where two rules have a number of one name, the later ones are
 * counted, as {@code lambda}, {@code lambda_2}.
 */
public record OptimiserChain(List<Link> links) implements UpdateRule {

    /**
     * A rule with its numbers.
     *
     * @param numbers one for each of the rule's {@link LinkKind#numbers}, in their order
     */
    public record Link(LinkKind kind, List<Double> numbers) {
        public Link {
            numbers = List.copyOf(numbers);
            if (numbers.size() != kind.numbers().size()) {
                throw new IllegalArgumentException(
                        kind + " takes " + kind.numbers().size() + " numbers, got " + numbers.size());
            }
        }

        /** By name, those that are settled when training starts. */
        Map<String, Double> settled() {
            Map<String, Double> settled = new LinkedHashMap<>();
            for (int i = kind.hypers().size(); i < numbers.size(); i++) {
                settled.put(kind.numbers().get(i).name(), numbers.get(i));
            }
            return settled;
        }

        /** The rule with the first few of its numbers; the others have their defaults. */
        public static Link of(LinkKind kind, double... first) {
            List<Double> numbers = new ArrayList<>();
            for (int i = 0; i < Math.max(first.length, kind.numbers().size()); i++) {
                numbers.add(i < first.length ? first[i] : kind.numbers().get(i).usual());
            }
            return new Link(kind, numbers);
        }
    }

    public OptimiserChain {
        links = List.copyOf(links);
    }

    /** The chain of these rules. */
    public static OptimiserChain of(Link... links) {
        return new OptimiserChain(List.of(links));
    }

    /** The chain of this rule alone. */
    public static OptimiserChain of(LinkKind kind) {
        return of(Link.of(kind));
    }

    /** Reads Flux's spelling; as {@link UpdateRule#of}, but always as a chain. */
    public static OptimiserChain of(String text) {
        UpdateRule rule = UpdateRule.of(text);
        return rule instanceof OptimiserChain chain ? chain : of((Optimiser) rule);
    }

    @Override
    public List<Hyper> hypers() {
        List<Hyper> all = new ArrayList<>();
        names().forEach(names -> {
            Link link = links.get(names.place);
            for (int i = 0; i < names.own.size(); i++) {
                all.add(new Hyper(names.own.get(i), link.numbers.get(i)));
            }
        });
        return all;
    }

    /** The names of the numbers of one link. */
    private record Names(int place, List<String> own) {}

    private List<Names> names() {
        Set<String> taken = new HashSet<>();
        List<Names> all = new ArrayList<>();
        for (int place = 0; place < links.size(); place++) {
            List<String> own = new ArrayList<>();
            links.get(place).kind.hypers().forEach(hyper -> own.add(unique(hyper.name(), taken)));
            all.add(new Names(place, own));
        }
        return all;
    }

    private static String unique(String name, Set<String> taken) {
        String wanted = name;
        for (int count = 2; !taken.add(wanted); count++) {
            // the names themselves may end in a number, as beta1 does
            wanted = name + "_" + count;
        }
        return wanted;
    }

    @Override
    public Rule start(Parameter parameter, Map<String, Double> hypers) {
        Map<String, Double> values = numbers(hypers);
        Set<String> taken = new HashSet<>();
        List<Rule.Part> parts = new ArrayList<>();
        for (Names names : names()) {
            Link link = links.get(names.place);
            Row row = Row.of(link.kind);
            Map<String, String> hyperNames = new LinkedHashMap<>();
            Map<String, Double> own = new LinkedHashMap<>();
            for (int i = 0; i < names.own.size(); i++) {
                String name = row.hypers().get(i).name();
                hyperNames.put(name, names.own.get(i));
                own.put(name, values.get(names.own.get(i)));
            }
            Rule.Part part = new Rule.Part(row.formula(), hyperNames, link.settled(), new LinkedHashMap<>());
            for (Slot slot : row.slots()) {
                String name = unique(parameter.name() + "." + slot.name(), taken);
                part.memory().put(slot.name(), slot.fresh(name, parameter, own));
            }
            parts.add(part);
        }
        return new Rule(parts);
    }

    /** Only a border for every number does. */
    @Override
    public boolean hides() {
        return links.stream().anyMatch(link -> link.kind == Modifier.CLIP_GRAD);
    }

    /** {@code OptimiserChain(WeightDecay(0.0005), Adam(0.001, (0.9, 0.999)))}; a single rule stands alone. */
    @Override
    public String text() {
        if (links.size() == 1) {
            return ChainText.of(links.get(0));
        }
        return links.stream().map(ChainText::of).collect(Collectors.joining(", ", "OptimiserChain(", ")"));
    }

    @Override
    public String toString() {
        return text();
    }
}
