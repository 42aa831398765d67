package org.chainboard.tools.csv;

/** Carries a {@link CsvProblem} out of reading; its message is the problem's sentence. */
public final class CsvException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CsvProblem problem;

    CsvException(CsvProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What is wrong and where. */
    public CsvProblem problem() {
        return problem;
    }
}
