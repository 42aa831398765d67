package org.chainboard.tools.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** The value of a function at a place, and its first and second derivatives there. */
final class Derivatives {
    /** A second derivative has as many numbers as its two arrays have pairs. */
    private static final long MOST_PAIRS = 1_000_000;
    /** Where so much has been computed, one starts anew rather than keep it all. */
    private static final int MOST_NODES = 5_000;

    private final Question question;
    private final DType dtype;
    private Trace trace;

    /** One run through the function: everything that was computed, and the results by name. */
    private record Trace(GraphBuilder builder, Map<String, Var> at, Var value) {
        List<Var> gradient(List<String> wrt) {
            return Gradient.of(value, wrt.stream().map(at::get).toList());
        }
    }

    Derivatives(Question question, DType dtype) {
        this.question = question;
        this.dtype = dtype;
        this.trace = run();
    }

    private Trace run() {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Map<String, Var> at = new LinkedHashMap<>();
        question.at().forEach((name, value) -> {
            Var constant = Var.constant(builder, value.cast(dtype));
            // a node of its own: an argument must not be taken for an equal one, or for an equal number in the function
            at.put(name, new Var(builder, builder.separate(Unary.IDENTITY, constant.node())));
        });
        Var any = Var.constant(builder, Tensor.scalar(0).cast(dtype));
        return new Trace(builder, at, question.apply(at, any));
    }

    Tensor value() {
        return trace.value.value();
    }

    /** @throws CliException when the function does not give a single number */
    Map<String, Tensor> gradient(List<String> wrt) throws CliException {
        if (!value().shape().isScalar()) {
            throw new CliException("notScalar", value().shape());
        }
        List<Var> gradients = trace.gradient(wrt);
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < wrt.size(); i++) {
            named.put(wrt.get(i), gradients.get(i).value());
        }
        return named;
    }

    /**
     * The second derivatives by every ordered pair, under {@code x,y}: an array of the sizes of x, then those of y.
     *
     * @throws CliException when that would be too many numbers
     */
    Map<String, Tensor> second(List<String> wrt) throws CliException {
        long count = wrt.stream().mapToLong(name -> size(name)).sum();
        if (count * count > MOST_PAIRS) {
            throw new CliException("manyPairs", count, MOST_PAIRS);
        }
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (int i = 0; i < wrt.size(); i++) {
            List<List<Tensor>> rows = new ArrayList<>();
            for (int k = 0; k < size(wrt.get(i)); k++) {
                rows.add(row(wrt, i, k));
            }
            for (int j = 0; j < wrt.size(); j++) {
                all.put(wrt.get(i) + "," + wrt.get(j), stacked(rows, wrt.get(i), wrt.get(j), j));
            }
        }
        return all;
    }

    private int size(String name) {
        return question.at().get(name).size();
    }

    /** The derivatives of element {@code k} of the {@code i}-th gradient. */
    private List<Tensor> row(List<String> wrt, int i, int k) {
        if (trace.builder.size() > MOST_NODES) {
            trace = run();
        }
        Var gradient = trace.gradient(wrt).get(i);
        Var flat = gradient.reshape(Shape.of(gradient.shape().size()));
        Var element = flat.take(gradient.constant(Tensor.vector(k)));
        return Gradient.of(element, wrt.stream().map(trace.at::get).toList()).stream()
                .map(Var::value)
                .toList();
    }

    private Tensor stacked(List<List<Tensor>> rows, String x, String y, int j) {
        int length = size(y);
        double[] numbers = new double[rows.size() * length];
        for (int k = 0; k < rows.size(); k++) {
            rows.get(k).get(j).copyTo(numbers, k * length);
        }
        return Tensor.of(
                joined(question.at().get(x).shape(), question.at().get(y).shape()), dtype, numbers);
    }

    private static Shape joined(Shape a, Shape b) {
        int[] dims = new int[a.rank() + b.rank()];
        System.arraycopy(a.dims(), 0, dims, 0, a.rank());
        System.arraycopy(b.dims(), 0, dims, a.rank(), b.rank());
        return Shape.of(dims);
    }
}
