package org.chainboard.engine.network;

/**
 * What a node is, with its settings. A node of the drawing is a name and a place for one of these; the layer that computes
 * is made from it when sizes are known.
 */
public sealed interface Block {
    /** How many wires may end here; ports are numbered from 0. */
    default int inputs() {
        return 1;
    }

    /** How many results it gives. */
    default int outputs() {
        return 1;
    }

    /** Where samples come in. */
    record Input() implements Block {
        @Override
        public int inputs() {
            return 0;
        }
    }

    /**
     * A fully connected layer; its number of inputs comes from the wire.
     *
     * @param units number of results, at least 1
     * @param activation name of an activation as Flux writes it, {@code identity} for none
     * @param init name of the initialiser of the weights
     * @param bias whether a bias is added
     */
    record Dense(int units, String activation, String init, boolean bias) implements Block {}

    /** A function applied to every number, or softmax over each sample. */
    record Activation(String name) implements Block {}

    /** A function typed by the student; it has one port for each argument. */
    record Function(String text, int arguments) implements Block {
        @Override
        public int inputs() {
            return arguments;
        }
    }

    /**
     * A layer given by its text, as {@link Layers} reads it: one that has no block of its own.
     *
     * @param code such as {@code SkipConnection(Dense(10 => 10, relu), +)}
     */
    record Written(String code) implements Block {
        /** Its name in Flux, such as {@code SkipConnection}. */
        public String kind() {
            int bracket = code.indexOf('(');
            return bracket < 0 ? code : code.substring(0, bracket).strip();
        }

        /** Whether it gives as many numbers as it gets, however many those are. */
        public boolean keepsSizes() {
            return kind().equals("Dropout") || kind().equals("AlphaDropout");
        }
    }

    /** The same layer as another node, with the same parameters. */
    record Shared(String original) implements Block {}

    /** Compares the prediction (port 0) with the target (port 1: the data's target columns unless wired). */
    record Loss() implements Block {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int outputs() {
            return 0;
        }
    }
}
