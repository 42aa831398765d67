package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.eval.Kernels;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.lower.Cell.MatrixCode;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Reshape;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Turns a graph into cells: constants are computed, repeated numbers stay single, ops that often come together are one. */
final class Lowering {
    private final Map<Node, Cell> cells = new IdentityHashMap<>();
    private final Map<Variable, Cell> held = new HashMap<>();
    private final Map<Node, Integer> uses = new IdentityHashMap<>();
    private final List<LoweredPlan.Stored> stores = new ArrayList<>();
    private final Map<String, Cell> outputs = new LinkedHashMap<>();

    Lowering(Graph graph) {
        for (Node node : graph.nodes()) {
            node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
        graph.outputs().values().forEach(node -> uses.merge(node, 1, Integer::sum));
        graph.nodes().forEach(node -> cells.put(node, lower(node)));
        graph.outputs().forEach((name, node) -> outputs.put(name, cells.get(node)));
        graph.updates().forEach((variable, node) -> stores.add(stored(variable, node)));
    }

    Map<String, Cell> outputs() {
        return outputs;
    }

    List<LoweredPlan.Stored> stores() {
        return stores;
    }

    /** A training step keeps a variable as it is unless a number says go; that needs no copy of the old one. */
    private LoweredPlan.Stored stored(Variable variable, Node node) {
        Cell value = copied(cells.get(node));
        if (value.is(Code.WHERE) && value.input(2) == held.get(variable)) {
            Cell when = value.input(0).is(Code.FILL) ? value.input(0).input(0) : value.input(0);
            if (when.size() == 1) {
                return new LoweredPlan.Stored(copied(value.input(1)), variable, when);
            }
        }
        return new LoweredPlan.Stored(value, variable, null);
    }

    /** Variables change one after the other: what one becomes must not be read from another that has changed already. */
    private static Cell copied(Cell value) {
        return value.kind() instanceof Cell.Held ? Elements.unary(Code.COPY, value) : value;
    }

    private Cell lower(Node node) {
        if (node.op() instanceof Source.Read read) {
            return held.computeIfAbsent(
                    read.variable(), v -> new Cell(new Cell.Held(v), v.shape().size()));
        } else if (node.op() instanceof Source.Constant constant) {
            return fixed(constant.tensor());
        }
        List<Cell> in = node.inputs().stream().map(cells::get).toList();
        boolean known = in.stream().allMatch(cell -> cell.kind() instanceof Cell.Fixed);
        return known && !(node.op() instanceof ExpandTo) ? computed(node, in) : lower(node, in);
    }

    private static Cell fixed(Tensor tensor) {
        return new Cell(new Cell.Fixed(tensor), tensor.size());
    }

    private static Cell computed(Node node, List<Cell> in) {
        double[][] numbers = in.stream()
                .map(cell -> ((Cell.Fixed) cell.kind()).tensor().toDoubles())
                .toArray(double[][]::new);
        double[] result = new double[node.shape().size()];
        Kernels.of(node.op(), shapes(node), node.shape(), node.dtype()).run(numbers, result);
        return fixed(Tensor.of(node.shape(), node.dtype(), result));
    }

    static List<Shape> shapes(Node node) {
        return node.inputs().stream().map(Node::shape).toList();
    }

    private Cell lower(Node node, List<Cell> in) {
        if (node.op() instanceof Unary unary) {
            return unary(node, unary, in);
        } else if (node.op() instanceof Binary binary) {
            return binary(node, binary, in);
        } else if (node.op() instanceof Where) {
            return Elements.where(in.get(0), in.get(1), in.get(2));
        } else if (node.op() instanceof Reshape) {
            return in.get(0);
        } else if (node.op() instanceof ExpandTo) {
            return expand(node, in.get(0));
        } else if (node.op() instanceof SumTo) {
            return fold(node, in.get(0), Code.SUM, MatrixCode.ROW_SUMS, MatrixCode.COLUMN_SUMS);
        } else if (node.op() instanceof MaxTo) {
            return fold(node, in.get(0), Code.LARGEST, null, MatrixCode.COLUMN_MAXIMA);
        } else if (node.op() instanceof MatMul matmul) {
            Product product = Product.of(matmul, node.input(0).shape(), node.shape());
            return cell(new Cell.Multiply(product, matmul.arriving()), node, in);
        } else if (node.op() instanceof Take) {
            Shape from = node.input(0).shape();
            int length = from.dim(from.rank() - 1);
            int count = node.input(1).shape().size();
            return cell(new Cell.Gather(from.size() / length, length, count), node, in);
        }
        return cell(new Cell.Defined(node), node, in);
    }

    private static Cell cell(Cell.Kind kind, Node node, List<Cell> in) {
        return new Cell(kind, node.shape().size(), in.toArray(Cell[]::new));
    }

    private static Cell unary(Node node, Unary op, List<Cell> in) {
        if (op == Unary.IDENTITY) {
            return in.get(0);
        }
        String name = op == Unary.RECIPROCAL ? "INV" : op.name();
        return Elements.has(name)
                ? Elements.unary(Code.valueOf(name), in.get(0))
                : cell(new Cell.Defined(node), node, in);
    }

    private Cell binary(Node node, Binary op, List<Cell> in) {
        if (op == Binary.ADD) {
            Cell product = withBias(node, in);
            if (product != null) {
                return product;
            }
        }
        return Elements.has(op.name())
                ? Elements.binary(Code.valueOf(op.name()), in.get(0), in.get(1))
                : cell(new Cell.Defined(node), node, in);
    }

    /** A product whose only use is to have a number added to each row starts from those numbers. */
    private Cell withBias(Node node, List<Cell> in) {
        Cell sum = in.get(0);
        Cell bias = in.get(1);
        boolean only = uses.get(node.input(0)) == 1 && sum.inputs().size() == 2;
        if (only
                && sum.kind() instanceof Cell.Multiply multiply
                && rows(bias) == multiply.product().rows()) {
            return new Cell(multiply, sum.size(), sum.input(0), sum.input(1), repeated(bias));
        }
        return null;
    }

    private static int rows(Cell cell) {
        if (cell.kind() instanceof Cell.Matrix matrix && matrix.code() == MatrixCode.FILL_ROWS) {
            return matrix.rows();
        }
        // a single row: its number comes as one that is repeated
        return cell.is(Code.FILL) ? 1 : -1;
    }

    private static Cell repeated(Cell cell) {
        return cell.input(0);
    }

    private static Cell expand(Node node, Cell x) {
        Shape from = node.input(0).shape();
        Shape to = node.shape();
        if (from.size() == 1 || from.size() == to.size()) {
            return Elements.fill(x, to.size());
        }
        int rows = Axes.kept(from, to);
        if (rows > 0) {
            return new Cell(new Cell.Matrix(MatrixCode.FILL_ROWS, rows, to.size() / rows), to.size(), x);
        }
        int columns = Axes.keptLast(from, to);
        return columns > 0
                ? new Cell(new Cell.Matrix(MatrixCode.REPEAT_ROWS, to.size() / columns, columns), to.size(), x)
                : cell(new Cell.Defined(node), node, List.of(x));
    }

    private static Cell fold(Node node, Cell x, Code all, MatrixCode byRow, MatrixCode byColumn) {
        Shape from = node.input(0).shape();
        Shape to = node.shape();
        if (from.size() == to.size()) {
            return x;
        } else if (to.size() == 1) {
            return Elements.fold(all, x);
        }
        int rows = byRow == null ? 0 : Axes.kept(to, from);
        if (rows > 0) {
            return new Cell(new Cell.Matrix(byRow, rows, from.size() / rows), to.size(), x);
        }
        int columns = Axes.keptLast(to, from);
        return columns > 0
                ? new Cell(new Cell.Matrix(byColumn, from.size() / columns, columns), to.size(), x)
                : cell(new Cell.Defined(node), node, List.of(x));
    }
}
