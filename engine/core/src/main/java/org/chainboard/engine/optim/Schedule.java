package org.chainboard.engine.optim;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Tensor;

/**
 * How one of an optimiser's numbers changes while training goes on: a function of the number of the step and of nothing
 * else, so that a run can be taken up anywhere. The names and formulas are those of ParameterSchedulers.jl 0.4.
 */
public sealed interface Schedule {
    /**
     * The number for a step.
     *
     * @param step the step, counted from 1
     * @param stepsPerEpoch steps in one pass over the data
     */
    double at(long step, long stepsPerEpoch);

    /** The text that {@link #of} reads back. */
    String text();

    /**
     * Reads {@code Exp(0.1, 0.9)}, {@code Sequence(Warmup(0, 0.1, 10) => 10, CosAnneal(0, 0.1, 100) => 100)}, {@code
     * PerEpoch(Exp(0.1, 0.9))}, a number, or a function of the step such as {@code t -> 0.1*0.9^t}.
     *
     * @throws IllegalArgumentException whose message says where the text is wrong, and what would be right
     */
    static Schedule of(String text) {
        return text.contains("->") ? Typed.of(text) : new ScheduleParser(text).read();
    }

    /** A row of the table with its numbers. */
    record Usual(ScheduleKind kind, List<Double> numbers) implements Schedule {
        public Usual {
            numbers = List.copyOf(numbers);
            if (numbers.size() != kind.names().size()) {
                throw new IllegalArgumentException(
                        kind.text() + " takes " + kind.names().size() + " numbers, got " + numbers.size());
            }
        }

        @Override
        public double at(long step, long stepsPerEpoch) {
            return kind.at(step, numbers);
        }

        @Override
        public String text() {
            return numbers.stream().map(ChainText::number).collect(Collectors.joining(", ", kind.text() + "(", ")"));
        }
    }

    /** A function that was typed, of the step counted from 1. */
    record Typed(TypedFunction function) implements Schedule {
        static Typed of(String text) {
            TypedFunction function = TypedFunction.of(text);
            if (function.arguments().size() != 1 || !function.letters().isEmpty()) {
                throw new IllegalArgumentException(Sentences.get("schedule.function", text.strip()));
            }
            Typed schedule = new Typed(function);
            // what needs an array says so here
            schedule.at(1, 1);
            return schedule;
        }

        @Override
        public double at(long step, long stepsPerEpoch) {
            GraphBuilder builder = new GraphBuilder(new Eager());
            Var t = Var.constant(builder, Tensor.scalar(step));
            return function.apply(List.of(t), Map.of()).item();
        }

        @Override
        public String text() {
            return function.text();
        }
    }

    /** One schedule after the other, each for a number of steps and each counting its own from 1; the last goes on. */
    record Sequence(List<Stage> stages) implements Schedule {
        /** A schedule and for how many steps it holds, at least 1. */
        public record Stage(Schedule schedule, long steps) {}

        public Sequence {
            stages = List.copyOf(stages);
            if (stages.isEmpty() || stages.stream().anyMatch(stage -> stage.steps < 1)) {
                throw new IllegalArgumentException(Sentences.get("schedule.stages"));
            }
        }

        @Override
        public double at(long step, long stepsPerEpoch) {
            long left = step;
            for (Stage stage : stages.subList(0, stages.size() - 1)) {
                if (left <= stage.steps) {
                    return stage.schedule.at(left, stepsPerEpoch);
                }
                left -= stage.steps;
            }
            return stages.get(stages.size() - 1).schedule.at(left, stepsPerEpoch);
        }

        @Override
        public String text() {
            return stages.stream()
                    .map(stage -> stage.schedule.text() + " => " + stage.steps)
                    .collect(Collectors.joining(", ", "Sequence(", ")"));
        }
    }

    /** A schedule that counts epochs in place of steps. */
    record PerEpoch(Schedule schedule) implements Schedule {
        @Override
        public double at(long step, long stepsPerEpoch) {
            return schedule.at(1 + (step - 1) / stepsPerEpoch, stepsPerEpoch);
        }

        @Override
        public String text() {
            return "PerEpoch(" + schedule.text() + ")";
        }
    }
}
