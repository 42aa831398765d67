package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule walks down a function that is not convex, beside plain loops and beside a table in 50-digit arithmetic. */
class OptimiserTest {
    private static final int STEPS = 50;

    static Set<String> texts() {
        return Trajectories.table().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void pathsAreThoseOfPlainLoops(String text) {
        OptimiserChain chain = OptimiserChain.of(text);
        Parameter parameter = Trajectories.parameter(DType.F64);
        Rule rule = chain.start(parameter);
        List<PlainRules.Plain> plain =
                chain.links().stream().map(PlainRules::of).toList();
        double[] p = Trajectories.START.clone();
        for (int i = 0; i < STEPS; i++) {
            Trajectories.step(chain, rule, parameter);
            double[] change = Trajectories.slope(p);
            for (PlainRules.Plain link : plain) {
                change = link.step(p, change);
            }
            for (int element = 0; element < p.length; element++) {
                p[element] -= change[element];
            }
            assertThat(parameter.value().toDoubles()).as("step %d", i).containsExactly(p, Offset.offset(1e-12));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void firstStepsAreThoseOfFiftyDigits(String text) {
        UpdateRule optimiser = UpdateRule.of(text);
        Parameter parameter = Trajectories.parameter(DType.F64);
        Rule rule = optimiser.start(parameter);
        for (double[] exact : Trajectories.table().get(text)) {
            Trajectories.step(optimiser, rule, parameter);
            assertThat(parameter.value().toDoubles()).containsExactly(exact, Offset.offset(2e-14));
        }
    }

    @Test
    void everyRuleHasARowInTheTable() {
        Set<LinkKind> tried = texts().stream()
                .flatMap(text -> OptimiserChain.of(text).links().stream())
                .map(OptimiserChain.Link::kind)
                .collect(Collectors.toSet());
        assertThat(tried).containsAll(LinkKind.all().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void singlePrecisionStaysSingleAndNear(String text) {
        UpdateRule optimiser = UpdateRule.of(text);
        Parameter single = Trajectories.parameter(DType.F32);
        Rule rule = optimiser.start(single);
        List<double[]> exact = Trajectories.table().get(text);
        exact.forEach(place -> Trajectories.step(optimiser, rule, single));
        assertThat(rule.states()).allMatch(state -> state.dtype() == DType.F32);
        assertThat(single.value().toDoubles()).containsExactly(exact.get(exact.size() - 1), Offset.offset(2e-3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aSavedMemoryResumesExactly(String text) {
        UpdateRule optimiser = UpdateRule.of(text);
        Parameter straight = Trajectories.parameter(DType.F64);
        Rule rule = optimiser.start(straight);
        for (int i = 0; i < 7; i++) {
            Trajectories.step(optimiser, rule, straight);
        }
        Parameter resumed = new Parameter("p", straight.value());
        Rule restored = optimiser.start(resumed);
        for (int i = 0; i < rule.states().size(); i++) {
            restored.states().get(i).set(rule.states().get(i).value());
        }
        Trajectories.step(optimiser, rule, straight);
        Trajectories.step(optimiser, restored, resumed);
        assertThat(resumed.value()).isEqualTo(straight.value());
    }

    /** A gradient of 0 is where lengths and sizes are 0, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void nothingIsDividedByNothing(String text) {
        OptimiserChain chain = OptimiserChain.of(text);
        Parameter parameter = new Parameter("p", Tensor.vector(0, 0, 0));
        assertThat(Flat.step(chain, parameter).isFinite()).isTrue();
    }

    @Test
    void memoryIsNamedAfterItsParameter() {
        Rule rule = Optimiser.ADAM.start(new Parameter("Dense₂.W", Tensor.vector(1, 2)));
        assertThat(rule.states().stream().map(State::name))
                .containsExactly("Dense₂.W.mt", "Dense₂.W.vt", "Dense₂.W.beta1t", "Dense₂.W.beta2t");
    }

    /** As the documentation of Optimisers.jl 0.4 gives them; numbers in the order in which they are taken there. */
    @Test
    void defaultsAreThoseOfOptimisersJl() {
        Map<String, List<Double>> usual = LinkKind.all()
                .collect(Collectors.toMap(
                        LinkKind::text,
                        kind -> kind.numbers().stream().map(Hyper::usual).toList()));
        List<Double> adaptive = List.of(0.001, 0.9, 0.999, 1e-8);
        List<Double> decaying = List.of(0.001, 0.9, 0.999, 0.0, 1e-8);
        assertThat(usual)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Descent", List.of(0.1)),
                        Map.entry("Momentum", List.of(0.01, 0.9)),
                        Map.entry("Nesterov", List.of(0.001, 0.9)),
                        Map.entry("RMSProp", List.of(0.001, 0.9, 1e-8)),
                        Map.entry("RMSProp(centred=true)", List.of(0.001, 0.9, 1e-8)),
                        Map.entry("Adam", adaptive),
                        Map.entry("RAdam", adaptive),
                        Map.entry("AdaMax", adaptive),
                        Map.entry("AdaGrad", List.of(0.1, 1e-8)),
                        Map.entry("AdaDelta", List.of(0.9, 1e-8)),
                        Map.entry("AMSGrad", adaptive),
                        Map.entry("NAdam", adaptive),
                        Map.entry("AdamW", decaying),
                        Map.entry("AdamW(couple=false)", decaying),
                        Map.entry("OAdam", List.of(0.001, 0.5, 0.9, 1e-8)),
                        Map.entry("AdaBelief", List.of(0.001, 0.9, 0.999, 1e-16)),
                        Map.entry("Lion", List.of(0.001, 0.9, 0.999)),
                        Map.entry("WeightDecay", List.of(5e-4)),
                        Map.entry("SignDecay", List.of(1e-3)),
                        Map.entry("ClipGrad", List.of(10.0)),
                        Map.entry("ClipNorm", List.of(10.0, 2.0)),
                        Map.entry("ClipNorm(throw=false)", List.of(10.0, 2.0))));
    }

    @Test
    void theStepSizeComesFirstWhereThereIsOne() {
        assertThat(Arrays.stream(Optimiser.values())
                        .filter(row -> !row.hypers().get(0).name().equals(Optimiser.ETA)))
                .containsExactly(Optimiser.ADADELTA);
    }

    @ParameterizedTest
    @EnumSource
    void namesReadBack(Optimiser optimiser) {
        assertThat(Optimiser.parse(optimiser.text())).contains(optimiser);
        assertThat(UpdateRule.of(optimiser.text())).isEqualTo(optimiser);
    }
}
