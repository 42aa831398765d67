package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class VarTest {
    private final GraphBuilder builder = new GraphBuilder(new Eager());
    private final Var a = Var.constant(builder, Tensor.matrix(new double[][] {{1, 2}, {3, 4}}));
    private final Var v = Var.constant(builder, Tensor.vector(5, 6));

    @Test
    void multiplyingByOneAddsNothing() {
        assertThat(a.mul(1)).isSameAs(a);
        assertThat(a.like(1).mul(a).node()).isSameAs(a.node());
        assertThat(v.mul(2).node()).isNotSameAs(v.node());
    }

    @Test
    void oneThatIsLargerStretches() {
        Var ones = a.like(1);
        assertThat(ones.shape()).isEqualTo(Shape.scalar());
        assertThat(ones.mul(v).value()).isEqualTo(Tensor.vector(5, 6));
        Var large = Var.constant(builder, Tensor.vector(1, 1));
        Var single = Var.constant(builder, Tensor.scalar(3));
        assertThat(single.mul(large).value()).isEqualTo(Tensor.vector(3, 3));
        assertThat(large.mul(single).value()).isEqualTo(Tensor.vector(3, 3));
    }

    @Test
    void theSecondFactorIsAMatrixOrAColumn() {
        assertThat(a.matmul(a).value()).isEqualTo(Tensor.matrix(new double[][] {{7, 10}, {15, 22}}));
        assertThat(a.matmul(v).value()).isEqualTo(Tensor.vector(17, 39));
    }
}
