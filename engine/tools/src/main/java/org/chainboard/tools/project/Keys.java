package org.chainboard.tools.project;

import org.chainboard.engine.network.Wire;

/** The names of the fields in a project file. */
final class Keys {
    static final String FORMAT = "format";
    static final String PROGRAM = "program";

    static final String NODES = "nodes";
    static final String ID = "id";
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String X = "x";
    static final String Y = "y";

    static final String WIRES = "wires";
    static final String FROM = "from";
    static final String FROM_PORT = "fromPort";
    static final String TO = "to";
    static final String TO_PORT = "toPort";

    static final String SETTINGS = "settings";
    static final String LOSS = "loss";
    static final String OPTIMISER = "optimiser";
    static final String HYPERS = "hypers";
    static final String BATCH = "batch";
    static final String SEED = "seed";
    static final String DTYPE = "dtype";
    static final String BACKEND = "backend";

    static final String DATA = "data";
    static final String GENERATOR = "generator";
    static final String SAMPLES = "samples";
    static final String NOISE = "noise";
    static final String CSV = "csv";
    static final String TEST_SHARE = "testShare";
    static final String STANDARDISE = "standardise";

    static final String WEIGHTS = "weights";

    static final String SCHEDULES = "schedules";
    static final String TRAINING = "training";
    static final String STEP = "step";
    static final String MEMORY = "memory";

    static final String SCHEMA = "schema";
    static final String FEATURES = "features";
    static final String TARGETS = "targets";
    static final String CLASSES = "classes";
    static final String INPUTS = "inputs";
    static final String OUTPUTS = "outputs";
    static final String MEAN = "mean";
    static final String DEVIATION = "deviation";

    private Keys() {}

    /** Where unknown fields of a node are kept. */
    static String node(String id) {
        return NODES + "/" + id;
    }

    /** Where unknown fields of a wire are kept. */
    static String wire(Wire wire) {
        return WIRES + "/" + wire;
    }
}
