package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** With the Vector API; to be loaded only where {@code jdk.incubator.vector} is there. */
final class DoubleVectorMath extends DoubleMath {
    private final DoublePlainMath plain = new DoublePlainMath();

    @Override
    DoubleLoop loop(Code code) {
        return switch (code) {
            case COPY -> (m, a, b, c, out, n) -> DoubleVectorLoops.copy(m, a, out, n);
            case NEG -> (m, a, b, c, out, n) -> DoubleVectorLoops.neg(m, a, out, n);
            case SQUARE -> (m, a, b, c, out, n) -> DoubleVectorLoops.square(m, a, out, n);
            case SQRT -> (m, a, b, c, out, n) -> DoubleVectorLoops.sqrt(m, a, out, n);
            case INV -> (m, a, b, c, out, n) -> DoubleVectorLoops.inv(m, a, out, n);
            case ABS -> (m, a, b, c, out, n) -> DoubleVectorLoops.abs(m, a, out, n);
            case RELU -> (m, a, b, c, out, n) -> DoubleVectorLoops.relu(m, a, out, n);
            case SIGN -> (m, a, b, c, out, n) -> DoubleVectorLoops.sign(m, a, out, n);
            case FLOOR -> (m, a, b, c, out, n) -> DoubleVectorLoops.floor(m, a, out, n);
            case EXP -> (m, a, b, c, out, n) -> DoubleVectorCurves.exp(m, a, out, n);
            case LOG -> (m, a, b, c, out, n) -> DoubleVectorCurves.log(m, a, out, n);
            case TANH -> (m, a, b, c, out, n) -> DoubleVectorCurves.tanh(m, a, out, n);
            case SIGMOID -> (m, a, b, c, out, n) -> DoubleVectorCurves.sigmoid(m, a, out, n);
            case SOFTPLUS -> (m, a, b, c, out, n) -> DoubleVectorCurves.softplus(m, a, out, n);
            case ADD -> (m, a, b, c, out, n) -> DoubleVectorLoops.add(m, a, b, out, n);
            case SUB -> (m, a, b, c, out, n) -> DoubleVectorLoops.sub(m, a, b, out, n);
            case MUL -> (m, a, b, c, out, n) -> DoubleVectorLoops.mul(m, a, b, out, n);
            case DIV -> (m, a, b, c, out, n) -> DoubleVectorLoops.div(m, a, b, out, n);
            case MAX -> (m, a, b, c, out, n) -> DoubleVectorLoops.max(m, a, b, out, n);
            case MIN -> (m, a, b, c, out, n) -> DoubleVectorLoops.min(m, a, b, out, n);
            case GREATER -> (m, a, b, c, out, n) -> DoubleVectorLoops.greater(m, a, b, out, n);
            case EQUAL -> (m, a, b, c, out, n) -> DoubleVectorLoops.equal(m, a, b, out, n);
            case CHAIN -> (m, a, b, c, out, n) -> DoubleVectorLoops.chain(m, a, b, out, n);
            case WHERE -> (m, a, b, c, out, n) -> DoubleVectorLoops.where(m, a, b, c, out, n);
            case FILL -> (m, a, b, c, out, n) -> DoubleVectorLoops.fill(m, a, out, n);
            case ADD_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.addS(m, a, b, out, n);
            case SUB_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.subS(m, a, b, out, n);
            case SUB_R -> (m, a, b, c, out, n) -> DoubleVectorLoops.subR(m, a, b, out, n);
            case MUL_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.mulS(m, a, b, out, n);
            case DIV_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.divS(m, a, b, out, n);
            case DIV_R -> (m, a, b, c, out, n) -> DoubleVectorLoops.divR(m, a, b, out, n);
            case MAX_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.maxS(m, a, b, out, n);
            case MIN_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.minS(m, a, b, out, n);
            case GREATER_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.greaterS(m, a, b, out, n);
            case EQUAL_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.equalS(m, a, b, out, n);
            case FMA -> (m, a, b, c, out, n) -> DoubleVectorLoops.fma(m, a, b, c, out, n);
            case FMA_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.fmaS(m, a, b, c, out, n);
            case FNMA -> (m, a, b, c, out, n) -> DoubleVectorLoops.fnma(m, a, b, c, out, n);
            case FNMA_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.fnmaS(m, a, b, c, out, n);
            case MEAN_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.meanS(m, a, b, c, out, n);
            case MEAN_SQUARES_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.meanSquaresS(m, a, b, c, out, n);
            case ROOT_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.rootS(m, a, b, c, out, n);
            case RATIO_S -> (m, a, b, c, out, n) -> DoubleVectorLoops.ratioS(m, a, b, c, out, n);
            case TANH_SLOPE -> (m, a, b, c, out, n) -> DoubleVectorLoops.tanhSlope(m, a, b, out, n);
            case SIGMOID_SLOPE -> (m, a, b, c, out, n) -> DoubleVectorLoops.sigmoidSlope(m, a, b, out, n);
            case RELU_SLOPE -> (m, a, b, c, out, n) -> DoubleVectorLoops.reluSlope(m, a, b, out, n);
            default -> plain.loop(code);
        };
    }

    @Override
    DoubleLoop single(Code code) {
        DoubleLoop known = DoubleNumbers.loop(code);
        return known == null ? loop(code) : known;
    }

    @Override
    DoubleFold fold(Code code) {
        return switch (code) {
            case SUM -> (m, a, b, n, work) -> DoubleVectorFolds.sum(m, a, n, work);
            case SUM_SQUARES -> (m, a, b, n, work) -> DoubleVectorFolds.sumSquares(m, a, n, work);
            case SUM_PRODUCTS -> (m, a, b, n, work) -> DoubleVectorFolds.sumProducts(m, a, b, n, work);
            case SUM_ZEROS -> (m, a, b, n, work) -> DoubleVectorFolds.sumZeros(m, a, n, work);
            default -> plain.fold(code);
        };
    }

    @Override
    boolean alongRows(Product p) {
        return p.bStep() != 1 && (p.rows() < 8 || p.columns() < L) && p.aStep() == 1 && p.inner() >= L;
    }

    @Override
    List<DoubleKernel> dots(List<Dot> dots, int work) {
        return DoubleVectorDots.kernels(dots, work);
    }

    @Override
    int work(List<Dot> dots) {
        return DoubleVectorDots.work(dots);
    }

    @Override
    List<DoubleKernel> multiply(Product p, int a, int b, int bias, int c, int work) {
        if (p.bStep() == 1 && p.columns() >= L) {
            return List.of(m -> DoubleVectorProducts.rows(m, p, a, b, bias, c));
        } else if (p.bStep() != 1) {
            return multiplyTurned(p, a, b, bias, c, work);
        } else if (p.aStep() == 1 && p.inner() >= L) {
            int turned = work + work(List.of(new Dot(p, a, b, bias, c, -1)));
            List<DoubleKernel> kernels = new ArrayList<>();
            kernels.add(m -> DoubleTurn.matrix(m, b, p.columns(), p.inner(), p.columns(), turned, p.inner()));
            kernels.addAll(dots(List.of(new Dot(p.withColumnsOfB(), a, turned, bias, c, -1)), work));
            return kernels;
        }
        return plain.multiply(p, a, b, bias, c, work);
    }

    /** B lies column by column: it is turned first, with columns added up to a whole vector; C gets those that are real. */
    private static List<DoubleKernel> multiplyTurned(Product p, int a, int b, int bias, int c, int work) {
        int columns = padded(p.columns());
        Product wide = new Product(p.rows(), columns, p.inner(), p.aRow(), p.aStep(), columns, 1);
        DoubleKernel turn = m -> DoubleTurn.matrix(m, b, p.inner(), p.columns(), p.inner(), work, columns);
        if (columns == p.columns()) {
            return List.of(turn, m -> DoubleVectorProducts.rows(m, wide, a, work, bias, c));
        }
        int made = work + p.inner() * columns;
        return List.of(turn, m -> DoubleVectorProducts.rows(m, wide, a, work, bias, made), m -> {
            for (int row = 0; row < p.rows(); row++) {
                copy(m, made + row * columns, c + row * p.columns(), p.columns());
            }
        });
    }

    /** Few numbers: a call of the library would cost more. */
    private static void copy(double[] m, int from, int to, int n) {
        for (int i = 0; i < n; i++) {
            m[to + i] = m[from + i];
        }
    }

    private static int padded(int columns) {
        return (columns + L - 1) / L * L;
    }

    @Override
    DoubleKernel large(Product p, int a, int b, int bias, int c, Layout layout, Workers workers) {
        return DoubleVectorMultiply.isWorth(p) ? new DoubleVectorMultiply(workers, p, a, b, bias, c, layout) : null;
    }

    @Override
    boolean allFinite(double[] m, int a, int n) {
        return DoubleVectorFolds.allFinite(m, a, n);
    }

    @Override
    void gather(double[] m, int from, int[] places, int out, int n, int room) {
        int i = 0;
        for (; i < n && i + L <= room; i += L) {
            DoubleVector.fromArray(DoubleVectorLoops.S, m, from, places, i).intoArray(m, out + i);
        }
        for (; i < n; i++) {
            m[out + i] = m[from + places[i]];
        }
    }

    @Override
    void rowSums(double[] m, int a, int out, int rows, int columns, int work) {
        DoubleVectorSums.rowSums(m, a, out, rows, columns, work);
    }

    @Override
    void columnSums(double[] m, int a, int out, int rows, int columns) {
        DoubleVectorFolds.columnSums(m, a, out, rows, columns);
    }

    @Override
    void columnMaxima(double[] m, int a, int out, int rows, int columns) {
        DoubleVectorFolds.columnMaxima(m, a, out, rows, columns);
    }

    @Override
    int work(Product p) {
        int turned = (p.inner() + p.rows()) * padded(p.columns());
        int dots = work(List.of(new Dot(p, 0, 0, -1, 0, -1)));
        return Math.max(dots + p.inner() * p.columns(), turned) + L * L;
    }
}
