package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes steps ready to be started, once there is memory. */
final class Binding {
    private final Card card;
    private final DeviceMemory numbers;
    private final long tables;
    private final Map<Argument.Base, Long> bases;
    private final ArgumentMemory arguments;

    /**
     * @param numbers the one array
     * @param tables the tables of all plans
     * @param arguments has room for those of all plans, see {@link #count}
     */
    Binding(Card card, DeviceMemory numbers, DeviceMemory tables, Ring ring, ArgumentMemory arguments) {
        this.card = card;
        this.numbers = numbers;
        this.tables = tables.address();
        this.arguments = arguments;
        this.bases = new HashMap<>(ring.addresses());
        bases.put(Argument.Base.NUMBERS, numbers.address());
    }

    /** How many arguments all kernels of {@code plans} take. */
    static int count(List<GpuPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.steps().stream())
                .mapToInt(step ->
                        step instanceof Step.Call call ? call.arguments().size() : 0)
                .sum();
    }

    List<Start> starts(GpuPlan plan) {
        List<Start> starts = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Call call) {
                starts.add(new Launch(card.cuda(), card.kernels(), call, bases, tables, arguments));
            } else {
                starts.add(card.gemm().orElseThrow().start((Step.Gemm) step, numbers));
            }
        }
        return starts;
    }
}
