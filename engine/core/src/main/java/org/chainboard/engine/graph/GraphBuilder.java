package org.chainboard.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * Makes nodes. Sizes are checked as each node is made; the same op on the same inputs gives the same node again.
 *
 * <p>Without an {@link Evaluator} the nodes only describe a program; with one every node has its numbers at once, which
 * is how {@code gradient(f, x)} can follow a Java {@code if}. Not for use by several threads.
 */
public final class GraphBuilder {
    private final Evaluator evaluator;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();
    private String scope = "";

    /** What makes two nodes the same. Large graphs look it up for every node, so the hash is worked out once. */
    private static final class Key {
        final Op op;
        final List<Node> inputs;
        final int hash;

        Key(Op op, List<Node> inputs) {
            this.op = op;
            this.inputs = inputs;
            this.hash = 31 * op.hashCode() + inputs.hashCode();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && hash == key.hash && op.equals(key.op) && inputs.equals(key.inputs);
        }
    }

    /** A builder that only describes. */
    public GraphBuilder() {
        this(null);
    }

    /** A builder that evaluates as it goes. */
    public GraphBuilder(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A node that always holds {@code tensor}. */
    public Node constant(Tensor tensor) {
        return source(new Source.Constant(tensor), tensor);
    }

    /** The node that reads {@code variable}: one node however often it is asked for. */
    public Node read(Variable variable) {
        return source(new Source.Read(variable), variable.value());
    }

    private Node source(Source op, Tensor value) {
        Key key = new Key(op, List.of());
        Node found = known.get(key);
        if (found != null) {
            return found;
        }
        Node made = add(key, value.shape(), value.dtype(), evaluator == null ? null : value);
        known.put(key, made);
        return made;
    }

    /**
     * Applies {@code op}.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when the inputs do not go together
     */
    public Node apply(Op op, Node... inputs) {
        Key key = new Key(op, List.of(inputs));
        Node found = known.get(key);
        if (found != null) {
            return found;
        }
        Node made = made(key);
        known.put(key, made);
        return made;
    }

    /**
     * Applies {@code op} as a node of its own, even where the same op on the same inputs exists already; whoever applies it
     * later does not get this node either.
     */
    public Node separate(Op op, Node... inputs) {
        return made(new Key(op, List.of(inputs)));
    }

    private Node made(Key key) {
        key.inputs.forEach(this::requireOwn);
        Op op = key.op;
        Shape shape = op.shape(each(key.inputs, Node::shape));
        DType dtype = op.dtype(each(key.inputs, Node::dtype));
        return add(key, shape, dtype, evaluator == null ? null : evaluate(key, shape));
    }

    private void requireOwn(Node input) {
        if (input.id() >= nodes.size() || nodes.get(input.id()) != input) {
            throw new IllegalArgumentException("a value of another computation cannot be used here. Inside a function,"
                    + " compute with the values that it is given, and take an inner derivative at one of them:"
                    + " gradient(f, x), where x is a Var");
        }
    }

    private Tensor evaluate(Key key, Shape shape) {
        return evaluator.evaluate(key.op, each(key.inputs, Node::value), shape);
    }

    /** A list without a stream: half of the time of a large graph would go there. */
    static <T> List<T> each(List<Node> nodes, Function<Node, T> part) {
        List<T> parts = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            parts.add(part.apply(nodes.get(i)));
        }
        return parts;
    }

    private Node add(Key key, Shape shape, DType dtype, Tensor value) {
        Node node = new Node(nodes.size(), key.op, key.inputs, shape, dtype, scope, value);
        nodes.add(node);
        return node;
    }

    /** Runs {@code body}; nodes it makes say that they belong to {@code name}. */
    public <T> T in(String name, Supplier<T> body) {
        String outer = scope;
        scope = name;
        try {
            return body.get();
        } finally {
            scope = outer;
        }
    }

    /** Number of nodes made so far. */
    public int size() {
        return nodes.size();
    }

    /** The nodes made so far that {@code outputs} need, and what to compute, as a finished program. */
    public Graph build(Map<String, Node> outputs, Map<Variable, Node> updates) {
        return new Graph(nodes, outputs, updates);
    }
}
