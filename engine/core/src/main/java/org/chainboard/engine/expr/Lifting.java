package org.chainboard.engine.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Name;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Where;

/** Reads a graph of single numbers back as a formula: each node in turn, its op applied to what its inputs have become. */
final class Lifting {
    private final Map<Node, Terms> done = new HashMap<>();

    /** The result called {@code output}. @throws GivenUp when it is too large, or has an op without a formula */
    static Terms of(Graph graph, String output) {
        Lifting lifting = new Lifting();
        for (Node node : graph.nodes()) {
            lifting.done.put(node, lifting.lifted(node));
        }
        return lifting.done.get(graph.outputs().get(output));
    }

    private Terms lifted(Node node) {
        Op op = node.op();
        List<Terms> in = node.inputs().stream().map(done::get).toList();
        if (op instanceof Source.Constant constant) {
            return number(constant.tensor().item());
        } else if (op instanceof Source.Read read) {
            return Terms.of(new Atom.Symbol(new Name(read.variable().name())));
        } else if (op instanceof Where) {
            return guardsPower(node) || guardsExponent(node) || guardsCircle(node)
                    ? in.get(2)
                    : Algebra.choose(in.get(0), in.get(1), in.get(2));
        } else if (op instanceof Binary binary) {
            Optional<Terms> test = joinedTest(node);
            return test.isPresent() ? test.get() : pair(binary, in.get(0), in.get(1));
        } else if (op == Unary.IDENTITY) {
            return in.get(0);
        }
        if (!(op instanceof Unary)) {
            throw new GivenUp(op.label());
        }
        Word word = Vocabulary.find(op.label()).orElseThrow(() -> new GivenUp(op.label()));
        return Functions.call(word, in);
    }

    /** The rule of a^b takes 0 for a^b where a is 0; the formula says a^b, as in every book. */
    private static boolean guardsPower(Node where) {
        Node test = where.input(0);
        Node power = where.input(2);
        return where.input(1).isConstant(0)
                && test.op() == Binary.EQUAL
                && power.op() == Binary.POW
                && test.input(0) == power.input(0);
    }

    /** The rule takes another exponent than b - 1 where a and b are 0; the formula says b - 1. */
    private static boolean guardsExponent(Node where) {
        Node test = where.input(0);
        return where.input(1).isConstant(1)
                && test.op() == Binary.MUL
                && test.input(0).op() == Binary.EQUAL
                && test.input(1).op() == Binary.EQUAL
                && where.input(2).op() == Binary.SUB;
    }

    /** The rules of asin and acos write 1 - x² in factors for some x; the formula says 1 - x². */
    private static boolean guardsCircle(Node where) {
        Node square = where.input(2);
        return where.input(1).op() == Binary.MUL
                && square.op() == Binary.ADD
                && square.input(1).isConstant(1)
                && square.input(0).op() == Unary.NEG
                && square.input(0).input(0).op() == Unary.SQUARE;
    }

    private static Terms number(double value) {
        for (Constant constant : Constant.values()) {
            if (value == constant.value()) {
                return Terms.of(new Atom.Symbol(constant));
            }
        }
        return Terms.of(Ratio.of(value));
    }

    private static Terms pair(Binary op, Terms a, Terms b) {
        return switch (op) {
            case ADD -> Algebra.sum(a, b);
            case SUB -> Algebra.difference(a, b);
            // the rules write the slope before what comes from outside; books the other way round
            case MUL -> Algebra.product(b, a);
            case CHAIN -> Algebra.product(a, b);
            case DIV -> Algebra.quotient(a, b);
            case POW -> Algebra.power(a, b);
            case GREATER -> Algebra.compare(Comparison.GREATER, a, b);
            case EQUAL -> Algebra.compare(Comparison.EQUAL, a, b);
            default -> {
                Word word = Vocabulary.find(op.label()).orElseThrow(() -> new GivenUp(op.label()));
                yield Functions.call(word, List.of(a, b));
            }
        };
    }

    /** What {@link Comparison} writes with two nodes for at most, at least and different. */
    private Optional<Terms> joinedTest(Node node) {
        Node first = node.input(0);
        Node second = node.input(1);
        if (second.op() != Binary.EQUAL) {
            return Optional.empty();
        }
        if (node.op() == Binary.SUB && first.isConstant(1)) {
            return test(Comparison.DIFFERENT, second);
        }
        boolean same = first.inputs().size() == 2 && second.inputs().containsAll(first.inputs());
        return node.op() == Binary.ADD && first.op() == Binary.GREATER && same
                ? test(Comparison.AT_LEAST, first)
                : Optional.empty();
    }

    private Optional<Terms> test(Comparison how, Node sides) {
        return Optional.of(Algebra.compare(how, done.get(sides.input(0)), done.get(sides.input(1))));
    }
}
