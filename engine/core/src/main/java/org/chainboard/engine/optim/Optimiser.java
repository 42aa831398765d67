package org.chainboard.engine.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;

/**
 * How a gradient changes a parameter, with the formulas and defaults of Optimisers.jl 0.4: one row each with its numbers,
 * what it remembers, and what it takes off the parameter in a step.
 */
public enum Optimiser {
    /** Plain gradient descent: p ← p - η g. */
    DESCENT("Descent", Formulas::descent, List.of(), hyper("eta", 0.1)),
    /** Descent that keeps rolling: the step before counts with weight ρ. */
    MOMENTUM("Momentum", Formulas::momentum, velocity(), hyper("eta", 0.01), hyper("rho", 0.9)),
    /** Momentum that looks ahead; Nesterov, 1983. */
    NESTEROV("Nesterov", Formulas::nesterov, velocity(), hyper("eta", 0.001), hyper("rho", 0.9)),
    /** Divides by the recent size of the gradient; Tieleman and Hinton, 2012. */
    RMSPROP(
            "RMSProp",
            Formulas::rmsprop,
            List.of(Slot.zeros("quad")),
            hyper("eta", 0.001),
            hyper("rho", 0.9),
            hyper("epsilon", 1e-8)),
    /** Momentum and division by the recent size, both corrected for their start; Kingma and Ba, 2015. */
    ADAM(
            "Adam",
            Formulas::adam,
            moments(),
            hyper("eta", 0.001),
            hyper("beta1", 0.9),
            hyper("beta2", 0.999),
            hyper("epsilon", 1e-8)),
    /** Adam that also pulls every number towards 0, by η λ of itself; Loshchilov and Hutter, 2019. */
    ADAMW(
            "AdamW",
            Formulas::adamw,
            moments(),
            hyper("eta", 0.001),
            hyper("beta1", 0.9),
            hyper("beta2", 0.999),
            hyper("lambda", 0),
            hyper("epsilon", 1e-8));

    /** The name of the step size, which every row has. */
    public static final String ETA = "eta";

    private final String text;
    private final Function<Step, Var> formula;
    private final List<Slot> slots;
    private final List<Hyper> hypers;

    Optimiser(String text, Function<Step, Var> formula, List<Slot> slots, Hyper... hypers) {
        this.text = text;
        this.formula = formula;
        this.slots = slots;
        this.hypers = List.of(hypers);
    }

    private static Hyper hyper(String name, double usual) {
        return new Hyper(name, usual);
    }

    private static List<Slot> velocity() {
        return List.of(Slot.zeros("velocity"));
    }

    private static List<Slot> moments() {
        return List.of(Slot.zeros("mt"), Slot.zeros("vt"), Slot.one("beta1t"), Slot.one("beta2t"));
    }

    /** The name in Optimisers.jl, such as {@code Adam}. */
    public String text() {
        return text;
    }

    /** The numbers that steer it, the step size {@link #ETA} first. */
    public List<Hyper> hypers() {
        return hypers;
    }

    /** The row with this name, in upper or lower case. */
    public static Optional<Optimiser> parse(String name) {
        return Arrays.stream(values())
                .filter(row -> row.text.equalsIgnoreCase(name))
                .findFirst();
    }

    /** A fresh memory for {@code parameter}, as before the first step. */
    public Rule start(Parameter parameter) {
        return new Rule(parameter, slots, formula);
    }

    @Override
    public String toString() {
        return text;
    }
}
