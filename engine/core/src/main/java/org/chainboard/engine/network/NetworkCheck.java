package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.network.Problem.Code;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * Finds the size on every wire and what is wrong with a drawing, by running its real layers with no numbers inside.
 *
 * <p>What a node makes of sizes is remembered, so that checking a drawing again after a small change is quick. For one
 * thread.
 */
public final class NetworkCheck {
    private static final int MOST_REMEMBERED = 4096;

    private record Question(NetworkNode node, List<Shape> inputs, Layer shared) {}

    private record Answer(Shape size, Layer layer, Problem problem) {}

    private final LayerMaker maker = LayerMaker.empty();
    private final Map<Question, Answer> remembered = new HashMap<>();

    /**
     * Checks a drawing.
     *
     * @param input size of the samples that come in, features x batch
     * @param target size of the targets, outputs x batch
     */
    public Checked check(Network network, Shape input, Shape target) {
        Map<Port, Shape> sizes = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>(Ends.problems(network));
        Map<String, Layer> made = new HashMap<>();
        List<NetworkNode> order = network.ordered();
        network.nodes().stream()
                .filter(node -> !order.contains(node))
                .map(node -> new Problem(Code.CYCLE, node.id(), Sentences.get("cycle", node.name())))
                .forEach(problems::add);
        for (NetworkNode node : order) {
            if (node.block() instanceof Block.Input) {
                sizes.put(new Port(node.id(), 0), input);
            } else if (node.block() instanceof Block.Loss) {
                loss(network, node, sizes, target).ifPresent(problems::add);
            } else {
                middle(network, node, sizes, made).ifPresent(problems::add);
            }
        }
        return new Checked(sizes, problems);
    }

    private Optional<Problem> middle(
            Network network, NetworkNode node, Map<Port, Shape> sizes, Map<String, Layer> made) {
        List<Optional<Wire>> wires = wiresInto(network, node);
        if (wires.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of(new Problem(Code.UNCONNECTED, node.id(), Sentences.get("unconnected", node.name())));
        }
        List<Shape> inputs = new ArrayList<>();
        for (Optional<Wire> wire : wires) {
            Shape size = sizes.get(wire.orElseThrow().from());
            if (size == null) {
                // the node before has a problem of its own
                return Optional.empty();
            }
            inputs.add(size);
        }
        Answer answer = answer(node, inputs, made);
        if (answer.problem != null) {
            return Optional.of(answer.problem);
        }
        made.put(node.id(), answer.layer);
        sizes.put(new Port(node.id(), 0), answer.size);
        return Optional.empty();
    }

    private static List<Optional<Wire>> wiresInto(Network network, NetworkNode node) {
        return IntStream.range(0, node.block().inputs())
                .mapToObj(i -> network.wireInto(new Port(node.id(), i)))
                .toList();
    }

    private Answer answer(NetworkNode node, List<Shape> inputs, Map<String, Layer> made) {
        Layer shared = node.block() instanceof Block.Shared block ? made.get(block.original()) : null;
        Question question = new Question(node, List.copyOf(inputs), shared);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(question, asked -> compute(node, inputs, made));
    }

    private Answer compute(NetworkNode node, List<Shape> inputs, Map<String, Layer> made) {
        try {
            Layer layer = maker.make(node, inputs, made);
            Var result = NodeStep.apply(node, layer, placeholders(inputs), Mode.training(0, 0));
            return new Answer(result.shape(), layer, null);
        } catch (Fault fault) {
            return new Answer(null, null, fault.problem());
        } catch (ShapeException e) {
            String sentence = e.getMessage().startsWith(node.name())
                    ? e.getMessage() + "."
                    : Sentences.get("size", node.name(), e.getMessage());
            return new Answer(null, null, new Problem(Code.SIZE, node.id(), sentence));
        } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError tooLarge) {
            return new Answer(null, null, new Problem(Code.SIZE, node.id(), Sentences.get("tooLarge", node.name())));
        }
    }

    private static List<Var> placeholders(List<Shape> sizes) {
        GraphBuilder builder = new GraphBuilder();
        return sizes.stream()
                .map(size -> Var.read(builder, new State("x", Tensor.zeros(size, DType.F32))))
                .toList();
    }

    private static Optional<Problem> loss(Network network, NetworkNode node, Map<Port, Shape> sizes, Shape target) {
        Optional<Wire> prediction = network.wireInto(new Port(node.id(), 0));
        if (prediction.isEmpty()) {
            return Optional.of(new Problem(Code.UNCONNECTED, node.id(), Sentences.get("lossUnconnected")));
        }
        Shape got = sizes.get(prediction.get().from());
        Shape wanted = network.wireInto(new Port(node.id(), 1))
                .map(wire -> sizes.get(wire.from()))
                .orElse(target);
        if (got == null || wanted == null || got.equals(wanted)) {
            return Optional.empty();
        }
        String sentence = rows(wanted) == rows(got)
                ? Sentences.get("lossBatch", wanted, got)
                : Sentences.get("lossSize", rows(wanted), rows(got));
        return Optional.of(new Problem(Code.SIZE, node.id(), sentence));
    }

    private static int rows(Shape size) {
        return size.isScalar() ? 1 : size.dim(0);
    }
}
