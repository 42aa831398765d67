package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpsTest {
    private static final Shape WIDE = Shape.of(2, 3);
    private static final Shape TALL = Shape.of(3, 2);

    @Test
    void theListHasEveryKindOfOp() {
        assertThat(Ops.all()).extracting(Object::getClass).contains(Rule.class.getPermittedSubclasses());
        assertThat(Ops.all()).contains(Unary.values()).contains(Binary.values());
        assertThat(Stream.of(Rule.class.getPermittedSubclasses())).hasSizeGreaterThan(5);
    }

    /** Every op, those with settings a second time with each of them changed. */
    static List<Op> different() {
        Stream<Op> others = Stream.of(
                new ExpandTo(TALL),
                new SumTo(Shape.scalar()),
                new MaxTo(Shape.scalar()),
                new Reshape(Shape.of(6)),
                new Permute(0, 1),
                new MatMul(true, false),
                new MatMul(false, true),
                new MatMul(false, false, MatMul.Arriving.FIRST),
                new MatMul(false, false, MatMul.Arriving.SECOND),
                new MatMul(false, false, MatMul.Arriving.BOTH),
                new PutAdd(5),
                new Slice(0, 1, 3),
                new Slice(1, 0, 3),
                new Slice(1, 1, 2),
                new Concat(1));
        return Stream.concat(Ops.all().stream(), others).toList();
    }

    @ParameterizedTest
    @MethodSource("different")
    void opsAreEqualWhenTheirSettingsAre(Op op) {
        assertThat(different().stream().filter(op::equals)).hasSize(1);
        assertThat(different().stream().filter(op::equals).map(Object::hashCode))
                .containsExactly(op.hashCode());
    }

    @Test
    void everyKindOfOpHasANameOfItsOwn() {
        List<String> names = Ops.all().stream().map(Op::label).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(names)
                .contains(
                        "matmul", "slice", "concat", "permute", "take", "put_add", "expand", "reshape", "where", "sum")
                .contains("maximum", "uniform", "tanh", "atan2");
    }

    private record Refused(Op op, List<Shape> sizes, String sentence) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Refused> refused() {
        return List.of(
                new Refused(
                        new Take(),
                        List.of(Shape.of(2, 0), Shape.of(3)),
                        "take needs entries to pick from, got size 2×0"),
                new Refused(Binary.ADD, List.of(WIDE, TALL), "add needs two arrays of one size, got 2×3 and 3×2"),
                new Refused(new Where(), List.of(WIDE, WIDE, TALL), "where needs three arrays of one size"),
                new Refused(new ExpandTo(TALL), List.of(WIDE), "an array of size 2×3 cannot be repeated to size 3×2"),
                new Refused(new ExpandTo(Shape.of(2)), List.of(WIDE), "2×3 cannot be repeated to size 2"),
                new Refused(new SumTo(TALL), List.of(WIDE), "sum cannot take size 2×3 to size 3×2"),
                new Refused(new SumTo(WIDE), List.of(Shape.of(2)), "sum cannot take size 2 to size 2×3"),
                new Refused(new MaxTo(TALL), List.of(WIDE), "maximum cannot take size 2×3 to size 3×2"),
                new Refused(new Reshape(Shape.of(5)), List.of(WIDE), "an array of size 2×3 cannot become 5"),
                new Refused(new Permute(0, 0), List.of(WIDE), "axes [0, 0] do not reorder an array of size 2×3"),
                new Refused(new Permute(0, 1), List.of(Shape.of(2)), "axes [0, 1] do not reorder an array of size 2"),
                new Refused(
                        new MatMul(false, false),
                        List.of(WIDE, WIDE),
                        "a matrix product of 2×3 and 2×3 does not fit: 3 columns meet 2 rows"),
                new Refused(
                        new MatMul(true, true),
                        List.of(WIDE, WIDE),
                        "a matrix product of 3×2 and 3×2 does not fit: 2 columns meet 3 rows"),
                new Refused(new MatMul(false, false), List.of(WIDE, Shape.of(3)), "got sizes 2×3 and 3;"),
                new Refused(new Take(), List.of(WIDE, WIDE), "a vector of places, got sizes 2×3 and 2×3"),
                new Refused(new Take(), List.of(Shape.scalar(), Shape.of(2)), "take needs an array and a vector"),
                new Refused(new PutAdd(4), List.of(WIDE, WIDE), "as many places as entries, got sizes 2×3 and 2×3"),
                new Refused(new PutAdd(4), List.of(WIDE, Shape.of(2)), "as entries, got sizes 2×3 and 2"),
                new Refused(new PutAdd(4), List.of(Shape.scalar(), Shape.of(2)), "put_add needs as many places"),
                new Refused(new Uniform(WIDE, 1, 2), List.of(Shape.of(3)), "the two halves of a step's number, got"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void sizesThatDoNotFitAreRefusedWithASentence(Refused row) {
        assertThatThrownBy(() -> row.op.shape(row.sizes))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining(row.sentence);
    }

    @Test
    void formulasAreThoseOfThePage() {
        List<String> names = List.of("a", "b");
        assertThat(Stream.of(
                        Binary.SUB.formula(names),
                        Binary.MAX.formula(names),
                        Unary.NEG.formula(List.of("a")),
                        Unary.EXP.formula(List.of("a")),
                        new MatMul(false, false).formula(names),
                        new MatMul(true, false).formula(names),
                        new MatMul(false, true).formula(names)))
                .containsExactly("(a - b)", "max(a, b)", "-a", "exp(a)", "a · b", "a' · b", "a · b'");
    }
}
