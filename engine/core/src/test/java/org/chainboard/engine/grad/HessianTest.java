package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.chainboard.engine.grad.Gradient.gradient;
import static org.chainboard.engine.grad.Hessian.hessian;
import static org.chainboard.engine.grad.Hessian.hvp;
import static org.chainboard.engine.grad.Jacobian.jacobian;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HessianTest {
    /** Rosenbrock's valley, Computer Journal 3, 1960. */
    private static final UnaryOperator<Var> VALLEY = x -> {
        Var a = x.at(0);
        Var b = x.at(1);
        return b.sub(a.square()).square().mul(100).add(a.like(1).sub(a).square());
    };

    /** x² y, sin(x) + z, y z. */
    private static final UnaryOperator<Var> THREE = v -> {
        Var x = v.at(0);
        Var y = v.at(1);
        Var z = v.at(2);
        return Var.stack(0, x.square().mul(y), x.sin().add(z), y.mul(z));
    };

    @Test
    void theHessianOfRosenbrocksValley() {
        assertThat(hessian(VALLEY, new double[] {1, 1})).isDeepEqualTo(new double[][] {{802, -400}, {-400, 200}});
        assertThat(hessian(VALLEY, new double[] {-2, 0})).isDeepEqualTo(new double[][] {{4802, 800}, {800, 200}});
    }

    @Test
    void theHessianOfAMatrixCountsItsNumbersRowByRow() {
        UnaryOperator<Var> f = x -> x.at(0, 0).mul(x.at(1, 1)).sub(x.at(0, 1).mul(x.at(1, 0)));
        assertThat(hessian(f, Tensor.matrix(new double[][] {{1, 2}, {3, 4}})).toRows())
                .isDeepEqualTo(new double[][] {{0, 0, 0, 1}, {0, 0, -1, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}});
    }

    @Test
    void theProductWithAVectorIsThatOfTheHessian() {
        assertThat(hvp(VALLEY, new double[] {-2, 0}, new double[] {3, -1}))
                .containsExactly(3 * 4802 - 800, 3 * 800 - 200);
    }

    @Test
    void theProductWithAVectorTakesPlacesWhoseHessianWouldNotFit() {
        int size = 100_000;
        Tensor x = Tensor.full(Shape.of(size), DType.F64, 2);
        assertThat(hvp(v -> v.pow(3).sum(), x, x)).isEqualTo(x.times(12));
    }

    @Test
    void theJacobianHasARowForEachResult() {
        double[][] rows = jacobian(THREE, new double[] {0, 3, 5});
        assertThat(rows).isDeepEqualTo(new double[][] {{0, 0, 0}, {1, 0, 1}, {0, 5, 3}});
    }

    @Test
    void theJacobianOfNothingHasNoRows() {
        assertThat(jacobian(x -> x.slice(0, 0, 0), Tensor.vector(1, 2, 3)).shape())
                .isEqualTo(Shape.of(0, 3));
    }

    @Test
    void allOfThemNest() {
        // the slope of the trace of the Hessian of x₀⁴ x₁: 12 x₀² x₁
        UnaryOperator<Var> trace = x -> {
            Var h = hessian(y -> y.at(0).pow(4).mul(y.at(1)), x);
            return h.at(0, 0).add(h.at(1, 1));
        };
        assertThat(gradient(trace, new double[] {2, 3})).containsExactly(144, 48);
        UnaryOperator<Var> size = x -> jacobian(y -> y.square(), x).sum();
        assertThat(gradient(size, new double[] {2, 3})).containsExactly(2, 2);
        UnaryOperator<Var> along = x -> hvp(y -> y.pow(3).sum(), x, x).sum();
        assertThat(gradient(along, new double[] {2, 3})).containsExactly(24, 36);
    }

    @Test
    void derivativesGoOnToAnyOrder() {
        UnaryOperator<Var> f = x -> x.sin().mul(x.exp());
        UnaryOperator<Var> slope = f;
        for (int order = 0; order < 4; order++) {
            UnaryOperator<Var> before = slope;
            slope = x -> gradient(before, x);
        }
        // the fourth derivative of sin(x) exp(x) is -4 times itself
        assertThat(slope.apply(here(0.7)).item())
                .isCloseTo(-4 * f.apply(here(0.7)).item(), within(1e-13));
    }

    private static Var here(double x) {
        return Var.constant(new GraphBuilder(new Eager()), Tensor.scalar(x));
    }

    @Test
    void theThirdDerivativeOfAProductOfZerosIsRight() {
        UnaryOperator<Var> mixed = x -> hessian(y -> y.prod(), x).at(0, 1);
        assertThat(gradient(mixed, new double[] {0, 0, 0})).containsExactly(0, 0, 1);
    }

    @Test
    void aPowersSlopesMayBeTakenInAnyOrder() {
        UnaryOperator<Var> power = v -> v.at(0).pow(v.at(1));
        double log = Math.log(2);
        record Case(double y, double first, double mixed, double last) {}
        List<Case> cases = List.of(
                new Case(0, 0, 0.5, log * log),
                new Case(1, 0, 1 + log, 2 * log * log),
                new Case(3, 12, 4 + 12 * log, 8 * log * log),
                new Case(-1, 0.25, 0.25 - 0.25 * log, 0.5 * log * log));
        for (Case row : cases) {
            double[][] wanted = {{row.first, row.mixed}, {row.mixed, row.last}};
            double[] found = hessian(power, Tensor.vector(2, row.y)).toDoubles();
            assertThat(found).containsExactly(Tensor.matrix(wanted).toDoubles(), within(1e-12));
        }
    }

    @Test
    void theThirdDerivativeOfAPowerIsThatOfTheTextbook() {
        // d/dy d²/dx² x^y = (2y - 1) x^(y-2) + y (y - 1) x^(y-2) log x, which is 1/x at y = 1
        UnaryOperator<Var> curvature = y -> {
            Var x = y.like(2);
            return gradient(u -> gradient(v -> v.pow(y), u), x);
        };
        assertThat(gradient(curvature, 1.0)[0]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aDirectionOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> hvp(VALLEY, new double[] {1, 1}, new double[] {1}))
                .isInstanceOf(ShapeException.class)
                .hasMessage("hvp needs a direction of the size of the place, got 1 for a place of 2");
    }
}
