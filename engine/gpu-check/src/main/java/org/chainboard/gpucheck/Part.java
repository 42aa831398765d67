package org.chainboard.gpucheck;

/** What is done, in this order, each in a process of its own: a card that gives up takes one part with it. */
enum Part {
    /** Whether there is a card that computes, and what it is. */
    PROBE("Probe", 60, true, new ProbePart()),
    /** Every op against its definition. */
    CONFORMANCE("Conformance", 150, true, new ConformancePart()),
    /** Trainings on the card against the same on the processor. */
    TRAINING("Training", 120, true, new TrainingPart()),
    /** A run that moves to the card and back. */
    SWITCHING("Switching", 40, true, new SwitchingPart()),
    /** How long a step takes. */
    SPEED("Speed", 150, false, new SpeedPart()),
    /** How long the same step takes in PyTorch. */
    PYTORCH("PyTorch", 90, false, new TorchPart()),
    /** Conformance again, with every access to the card's memory watched. */
    SANITIZER("compute-sanitizer", 400, false, new SanitizerPart());

    /** One part's work. */
    @FunctionalInterface
    interface Work {
        /** Writes down what it finds as soon as it is found, since it may be stopped at any time. */
        void run(Options options, Notes notes);
    }

    private final String title;
    private final int seconds;
    private final boolean decides;
    private final Work work;

    Part(String title, int seconds, boolean decides, Work work) {
        this.title = title;
        this.seconds = seconds;
        this.decides = decides;
        this.work = work;
    }

    String title() {
        return title;
    }

    /** How long it may take. */
    int seconds() {
        return seconds;
    }

    /** Whether the check fails where this part could not be done. */
    boolean decides() {
        return decides;
    }

    void work(Options options, Notes notes) {
        work.run(options, notes);
    }
}
