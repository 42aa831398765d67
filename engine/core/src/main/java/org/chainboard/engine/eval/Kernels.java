package org.chainboard.engine.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Reshape;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;

/**
 * The definition of every op: the loop one would write on paper. Other backends are checked against these.
 *
 * <p>Single precision is double precision with every result rounded to a float.
 */
public final class Kernels {
    /** These change no number, so there is nothing to round. */
    private static final Set<Class<? extends Op>> COPIES =
            Set.of(Reshape.class, Permute.class, ExpandTo.class, Slice.class, Concat.class);

    private Kernels() {}

    /** The kernel of {@code op} for inputs and a result of these sizes. */
    public static Kernel of(Op op, List<Shape> in, Shape out, DType dtype) {
        Kernel exact = exact(op, in, out);
        if (dtype == DType.F64 || COPIES.contains(op.getClass())) {
            return exact;
        }
        int size = out.size();
        return (inputs, result) -> {
            exact.run(inputs, result);
            for (int i = 0; i < size; i++) {
                result[i] = (float) result[i];
            }
        };
    }

    private static Kernel exact(Op op, List<Shape> in, Shape out) {
        int size = out.size();
        if (op instanceof Unary unary) {
            return unary(Scalars.of(unary), size);
        } else if (op instanceof Binary binary) {
            return binary(Scalars.of(binary), size);
        } else if (op instanceof Where) {
            return where(size);
        } else if (op instanceof Reshape) {
            return (inputs, result) -> System.arraycopy(inputs[0], 0, result, 0, size);
        } else if (op instanceof ExpandTo) {
            return gather(Places.stretched(in.get(0), out));
        } else if (op instanceof Permute permute) {
            return gather(Places.permuted(in.get(0), permute.order()));
        } else if (op instanceof SumTo) {
            return fold(Places.stretched(out, in.get(0)), size, 0, Double::sum);
        } else if (op instanceof MaxTo) {
            return fold(Places.stretched(out, in.get(0)), size, Double.NEGATIVE_INFINITY, Math::max);
        } else if (op instanceof MatMul matmul) {
            return matmul(matmul, in, out);
        } else if (op instanceof Take) {
            return take(in.get(0), out);
        } else if (op instanceof PutAdd) {
            return putAdd(in.get(0), out);
        } else if (op instanceof Slice slice) {
            return slice(slice, in.get(0), out);
        } else if (op instanceof Concat concat) {
            return concat(concat.axis(), in, out);
        } else if (op instanceof Uniform uniform) {
            return Draws.of(uniform);
        }
        throw new IllegalArgumentException("no definition for " + op.label());
    }

    private static Kernel unary(DoubleUnaryOperator function, int size) {
        return (in, out) -> {
            double[] x = in[0];
            for (int i = 0; i < size; i++) {
                out[i] = function.applyAsDouble(x[i]);
            }
        };
    }

    private static Kernel binary(DoubleBinaryOperator function, int size) {
        return (in, out) -> {
            double[] a = in[0];
            double[] b = in[1];
            for (int i = 0; i < size; i++) {
                out[i] = function.applyAsDouble(a[i], b[i]);
            }
        };
    }

    private static Kernel where(int size) {
        return (in, out) -> {
            for (int i = 0; i < size; i++) {
                out[i] = in[0][i] != 0 ? in[1][i] : in[2][i];
            }
        };
    }

    private static Kernel gather(int[] places) {
        return (in, out) -> {
            double[] x = in[0];
            for (int i = 0; i < places.length; i++) {
                out[i] = x[places[i]];
            }
        };
    }

    private static Kernel fold(int[] places, int size, double start, DoubleBinaryOperator function) {
        return (in, out) -> {
            double[] x = in[0];
            Arrays.fill(out, 0, size, start);
            for (int i = 0; i < places.length; i++) {
                out[places[i]] = function.applyAsDouble(out[places[i]], x[i]);
            }
        };
    }

    private static Kernel matmul(MatMul op, List<Shape> in, Shape out) {
        int rows = out.dim(0);
        int columns = out.dim(1);
        int inner = in.get(0).dim(op.firstTransposed() ? 0 : 1);
        int aRow = op.firstTransposed() ? 1 : inner;
        int aStep = op.firstTransposed() ? rows : 1;
        int bColumn = op.secondTransposed() ? inner : 1;
        int bStep = op.secondTransposed() ? 1 : columns;
        boolean first = op.arriving().first();
        boolean second = op.arriving().second();
        return (inputs, c) -> {
            double[] a = inputs[0];
            double[] b = inputs[1];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double sum = 0;
                    for (int k = 0; k < inner; k++) {
                        double x = a[i * aRow + k * aStep];
                        double y = b[k * bStep + j * bColumn];
                        boolean leftOut = first && x == 0 || second && y == 0;
                        sum += leftOut ? 0 : x * y;
                    }
                    c[i * columns + j] = sum;
                }
            }
        };
    }

    private static Kernel take(Shape from, Shape out) {
        int length = from.dim(from.rank() - 1);
        int count = out.dim(out.rank() - 1);
        int rows = count == 0 ? 0 : out.size() / count;
        return (in, result) -> {
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < count; j++) {
                    result[row * count + j] = in[0][row * length + place(in[1][j], length)];
                }
            }
        };
    }

    private static Kernel putAdd(Shape from, Shape out) {
        int length = out.dim(out.rank() - 1);
        int count = from.dim(from.rank() - 1);
        int rows = count == 0 ? 0 : from.size() / count;
        return (in, result) -> {
            Arrays.fill(result, 0, out.size(), 0);
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < count; j++) {
                    result[row * length + place(in[1][j], length)] += in[0][row * count + j];
                }
            }
        };
    }

    private static Kernel slice(Slice op, Shape from, Shape out) {
        int inner = below(from, op.axis());
        int whole = from.dim(op.axis()) * inner;
        int part = out.dim(op.axis()) * inner;
        int rows = part == 0 ? 0 : out.size() / part;
        return (in, result) -> {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(in[0], row * whole + op.from() * inner, result, row * part, part);
            }
        };
    }

    private static Kernel concat(int axis, List<Shape> in, Shape out) {
        int inner = below(out, axis);
        int whole = out.dim(axis) * inner;
        int rows = whole == 0 ? 0 : out.size() / whole;
        int[] parts = in.stream().mapToInt(shape -> shape.dim(axis) * inner).toArray();
        return (inputs, result) -> {
            int offset = 0;
            for (int i = 0; i < parts.length; i++) {
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(inputs[i], row * parts[i], result, row * whole + offset, parts[i]);
                }
                offset += parts[i];
            }
        };
    }

    /** How many numbers lie between two neighbours along {@code axis}. */
    private static int below(Shape shape, int axis) {
        int count = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            count *= shape.dim(i);
        }
        return count;
    }

    private static int place(double index, int length) {
        return (int) Math.max(0, Math.min(length - 1, index));
    }
}
