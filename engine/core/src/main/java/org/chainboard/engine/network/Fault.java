package org.chainboard.engine.network;

/** Leaves the making of a layer with a problem; it never leaves the package. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** The sentence {@code key} of the bundle, about {@code node}, whose name is put in first. */
    Fault(Problem.Code code, NetworkNode node, String key, Object... values) {
        this(new Problem(code, node.id(), Sentences.get(key, named(node, values))));
    }

    Fault(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    private static Object[] named(NetworkNode node, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = node.name();
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    Problem problem() {
        return problem;
    }
}
