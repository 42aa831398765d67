package org.chainboard.engine.expr;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.expr.Expr.Call;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Num;
import org.chainboard.engine.expr.Expr.Power;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * The derivative of a formula as a formula. The rules are those of the ops: the gradient is written as graph, as for any
 * other use, and the graph is read back.
 */
final class Slope {
    /** A formula of more parts than this has a derivative that nobody would read. */
    private static final int LARGEST = 1000;

    /** What fills several lines is no help. */
    private static final int LONGEST = 300;

    private final TypedFunction f;
    private final String name;

    private Slope(TypedFunction f, String name) {
        this.f = f;
        this.name = name;
    }

    /** The derivative of {@code f} by {@code name}, where there is a formula for it that can be read. */
    static Optional<Expr> of(TypedFunction f, String name) {
        try {
            return new Slope(f, name).formula();
        } catch (GivenUp | ShapeException none) {
            return Optional.empty();
        }
    }

    private Optional<Expr> formula() {
        boolean isSum = f.body() instanceof Call call
                && call.word().isCalled("sum")
                && call.dims().isEmpty();
        Expr inside = isSum ? Walk.inside(f.body()).get(0) : f.body();
        if (Walk.all(f.body()).size() > LARGEST || !isElementWise(inside)) {
            return Optional.empty();
        }
        Writing writing = new Writing(f.arguments(), hasDecimals(), hasPowersOfE());
        Terms slope = new Simplest(writing::length).of(lifted(inside));
        Expr written = writing.write(slope);
        if (Printer.text(written).length() > LONGEST) {
            return Optional.empty();
        }
        return isSum && !f.arguments().contains(name) ? summed(inside, written) : Optional.of(written);
    }

    private Terms lifted(Expr inside) {
        GraphBuilder builder = new GraphBuilder();
        Map<String, Var> values = values(builder, Shape.scalar());
        Var result = new Lowering(values, Textbook::apply).lower(inside);
        Var slope = Gradient.of(result, List.of(values.get(name))).get(0);
        return Lifting.of(builder.build(Map.of("slope", slope.node()), Map.of()), "slope");
    }

    private Map<String, Var> values(GraphBuilder builder, Shape ofArguments) {
        Map<String, Var> values = new LinkedHashMap<>();
        f.arguments().forEach(argument -> values.put(argument, value(builder, argument, ofArguments)));
        f.letters().forEach(letter -> values.put(letter, value(builder, letter, Shape.scalar())));
        return values;
    }

    private static Var value(GraphBuilder builder, String name, Shape shape) {
        return Var.read(builder, new Parameter(name, Tensor.zeros(shape, DType.F64)));
    }

    /** Whether no element of the result looks at another element of an argument. */
    private boolean isElementWise(Expr inside) {
        GraphBuilder builder = new GraphBuilder();
        Var result = new Lowering(values(builder, Shape.of(2)), Textbook::apply).lower(inside);
        return builder.build(Map.of("result", result.node()), Map.of()).nodes().stream()
                .map(Node::op)
                .allMatch(op -> op instanceof Unary
                        || op instanceof Binary
                        || op instanceof Where
                        || op instanceof ExpandTo
                        || op instanceof Source);
    }

    /**
     * The derivative of a sum by a letter is a sum again. It has as many parts only where it depends on the same
     * arguments; of sum(a + x) by a there is no formula without the size of x.
     */
    private Optional<Expr> summed(Expr inside, Expr slope) {
        Set<String> before = new LinkedHashSet<>(Walk.names(inside));
        before.retainAll(f.arguments());
        if (before.isEmpty() || slope.equals(Num.ZERO)) {
            return Optional.of(slope);
        }
        return Walk.names(slope).containsAll(before)
                ? Optional.of(new Call(Functions.word("sum"), List.of(slope)))
                : Optional.empty();
    }

    private boolean hasDecimals() {
        return hasDecimals(f.body())
                || Walk.all(f.body()).stream()
                        .anyMatch(part -> part instanceof Call call
                                && Textbook.all().containsKey(call.word().name())
                                && hasDecimals(
                                        Textbook.all().get(call.word().name()).body()));
    }

    private static boolean hasDecimals(Expr formula) {
        return Walk.all(formula).stream()
                .anyMatch(part -> part instanceof Num number && number.value() != Math.rint(number.value()));
    }

    private boolean hasPowersOfE() {
        List<Expr> all = Walk.all(f.body());
        return all.stream().anyMatch(part -> part instanceof Power power && power.base() == Constant.E)
                && all.stream()
                        .noneMatch(
                                part -> part instanceof Call call && call.word().isCalled("exp"));
    }
}
