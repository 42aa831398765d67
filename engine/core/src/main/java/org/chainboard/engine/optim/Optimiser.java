package org.chainboard.engine.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;

/**
 * How a gradient changes a parameter, with the formulas and defaults of Optimisers.jl 0.4: one row each with its numbers,
 * what it remembers, and what it takes off the parameter in a step.
 */
public enum Optimiser implements LinkKind, UpdateRule {
    /** Plain gradient descent: p ← p - η g; Cauchy, 1847. */
    DESCENT("Descent", "", Formulas::descent, List.of(), hyper("eta", 0.1)),
    /** Descent that keeps rolling: the step before counts with weight ρ; Polyak, 1964. */
    MOMENTUM("Momentum", "", Formulas::momentum, zeros("velocity"), hyper("eta", 0.01), hyper("rho", 0.9)),
    /** Momentum that looks ahead; Nesterov, 1983, as Sutskever and others write it, 2013. */
    NESTEROV("Nesterov", "", Formulas::nesterov, zeros("velocity"), hyper("eta", 0.001), hyper("rho", 0.9)),
    /** Divides by the recent size of the gradient; Tieleman and Hinton, Coursera lecture 6.5, 2012. */
    RMSPROP("RMSProp", "", Formulas::rmsprop, zeros("quad"), sized(hyper("rho", 0.9))),
    /** Divides by the recent spread of the gradient around its mean; Graves, arXiv 1308.0850, 2013. */
    RMSPROP_CENTRED(
            "RMSProp", "centred = true", Formulas::centredRmsprop, zeros("quad", "lin"), sized(hyper("rho", 0.9))),
    /** Momentum and division by the recent size, both corrected for their start; Kingma and Ba, 2015. */
    ADAM("Adam", "", Formulas::adam, moments(), adaptive(1e-8)),
    /** Adam that waits until its divisor is known well enough; Liu and others, 2020. */
    RADAM("RAdam", "", Formulas::radam, with(moments(), Slot.single("t", 0)), adaptive(1e-8)),
    /** Adam with the largest recent size of the gradient as divisor; Kingma and Ba, 2015, section 7. */
    ADAMAX(
            "AdaMax",
            "",
            Formulas::adamax,
            List.of(Slot.zeros("mt"), Slot.zeros("ut"), Slot.single("beta1t", 1)),
            adaptive(1e-8)),
    /** Divides by the size of all gradients so far; Duchi, Hazan and Singer, 2011. */
    ADAGRAD(
            "AdaGrad",
            "",
            Formulas::adagrad,
            List.of(Slot.filled("acc", "epsilon")),
            hyper("eta", 0.1),
            hyper("epsilon", 1e-8)),
    /** Steps of the size of recent steps, so that there is no step size to choose; Zeiler, arXiv 1212.5701, 2012. */
    ADADELTA("AdaDelta", "", Formulas::adadelta, zeros("acc", "dacc"), hyper("rho", 0.9), hyper("epsilon", 1e-8)),
    /** Adam whose divisor never becomes smaller, without corrections for the start; Reddi, Kale and Kumar, 2018. */
    AMSGRAD(
            "AMSGrad",
            "",
            Formulas::amsgrad,
            List.of(Slot.filled("mt", "epsilon"), Slot.filled("vt", "epsilon"), Slot.filled("vhat", "epsilon")),
            adaptive(1e-8)),
    /** Adam that looks ahead as Nesterov does; Dozat, 2016. */
    NADAM("NAdam", "", Formulas::nadam, moments(), adaptive(1e-8)),
    /** Adam that also pulls every number towards 0, by η λ of itself; Loshchilov and Hutter, 2019. */
    ADAMW("AdamW", "", Formulas::adamw, moments(), decaying()),
    /** AdamW whose pull, λ of the number itself, does not depend on the step size. */
    ADAMW_UNCOUPLED("AdamW", "couple = false", Formulas::adamwUncoupled, moments(), decaying()),
    /** Adam that adds the change from the last step to this one once more; Daskalakis and others, 2018. */
    OADAM(
            "OAdam",
            "",
            Formulas::oadam,
            with(moments(), Slot.zeros("term")),
            hyper("eta", 0.001),
            hyper("beta1", 0.5),
            hyper("beta2", 0.9),
            hyper("epsilon", 1e-8)),
    /** Adam that divides by how much the gradient surprises; Zhuang and others, 2020. */
    ADABELIEF(
            "AdaBelief",
            "",
            Formulas::adabelief,
            List.of(Slot.zeros("mt"), Slot.zeros("st"), Slot.single("beta1t", 1), Slot.single("beta2t", 1)),
            adaptive(1e-16)),
    /**
     * Steps of size η in every number, only the sign is learned; Chen and others, 2023. As Optimisers.jl 0.4 has it: the new
     * gradient enters the mean with weight β₂, where the paper gives it 1 - β₂.
     */
    LION("Lion", "", Formulas::lion, zeros("mt"), hyper("eta", 0.001), hyper("beta1", 0.9), hyper("beta2", 0.999));

    /** The name of the step size, which every row but AdaDelta has. */
    public static final String ETA = "eta";

    private final Row row;

    Optimiser(String name, String variant, Function<Step, Var> formula, List<Slot> slots, Hyper... hypers) {
        this.row = new Row(name, variant, formula, slots, List.of(hypers), List.of());
    }

    private static Hyper hyper(String name, double usual) {
        return new Hyper(name, usual);
    }

    private static Hyper[] sized(Hyper decay) {
        return new Hyper[] {hyper("eta", 0.001), decay, hyper("epsilon", 1e-8)};
    }

    private static Hyper[] adaptive(double epsilon) {
        return new Hyper[] {hyper("eta", 0.001), hyper("beta1", 0.9), hyper("beta2", 0.999), hyper("epsilon", epsilon)};
    }

    private static Hyper[] decaying() {
        return new Hyper[] {
            hyper("eta", 0.001), hyper("beta1", 0.9), hyper("beta2", 0.999), hyper("lambda", 0), hyper("epsilon", 1e-8)
        };
    }

    private static List<Slot> zeros(String... names) {
        return Arrays.stream(names).map(Slot::zeros).toList();
    }

    private static List<Slot> moments() {
        return List.of(Slot.zeros("mt"), Slot.zeros("vt"), Slot.single("beta1t", 1), Slot.single("beta2t", 1));
    }

    private static List<Slot> with(List<Slot> slots, Slot another) {
        Slot[] all = Arrays.copyOf(slots.toArray(Slot[]::new), slots.size() + 1);
        all[slots.size()] = another;
        return List.of(all);
    }

    Row row() {
        return row;
    }

    /** The name in Optimisers.jl, such as {@code Adam}, with the keyword of a variant: {@code AdamW(couple=false)}. */
    @Override
    public String text() {
        return row.text();
    }

    /** The numbers that steer it; the step size {@link #ETA} first, where it has one. */
    @Override
    public List<Hyper> hypers() {
        return row.hypers();
    }

    /** The row with this name, in upper or lower case. */
    public static Optional<Optimiser> parse(String name) {
        String bare = name.replace(" ", "");
        return Arrays.stream(values())
                .filter(row -> row.text().equalsIgnoreCase(bare))
                .findFirst();
    }

    @Override
    public Rule start(Parameter parameter, Map<String, Double> hypers) {
        return OptimiserChain.of(this).start(parameter, hypers);
    }

    @Override
    public boolean hides() {
        return false;
    }

    @Override
    public String toString() {
        return text();
    }
}
