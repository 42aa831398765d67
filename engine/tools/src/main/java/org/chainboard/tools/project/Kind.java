package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainboard.engine.network.Block;

/** The kinds of node as the file writes them, one row each. */
enum Kind {
    INPUT("input", Block.Input.class) {
        @Override
        Block read(Fields fields) {
            return new Block.Input();
        }

        @Override
        void write(Block block, ObjectNode object) {}
    },
    DENSE("dense", Block.Dense.class) {
        @Override
        Block read(Fields fields) throws ProjectException {
            int units = (int) fields.whole("units", 1, MOST_UNITS);
            return new Block.Dense(units, fields.text("activation"), fields.text("init"), fields.yes("bias"));
        }

        @Override
        void write(Block block, ObjectNode object) {
            Block.Dense dense = (Block.Dense) block;
            object.put("units", dense.units());
            object.put("activation", dense.activation());
            object.put("init", dense.init());
            object.put("bias", dense.bias());
        }
    },
    ACTIVATION("activation", Block.Activation.class) {
        @Override
        Block read(Fields fields) throws ProjectException {
            return new Block.Activation(fields.text("activation"));
        }

        @Override
        void write(Block block, ObjectNode object) {
            object.put("activation", ((Block.Activation) block).name());
        }
    },
    FUNCTION("function", Block.Function.class) {
        @Override
        Block read(Fields fields) throws ProjectException {
            return new Block.Function(fields.text("text"), (int) fields.whole("arguments", 1, MOST_ARGUMENTS));
        }

        @Override
        void write(Block block, ObjectNode object) {
            object.put("text", ((Block.Function) block).text());
            object.put("arguments", block.inputs());
        }
    },
    WRITTEN("written", Block.Written.class) {
        @Override
        Block read(Fields fields) throws ProjectException {
            return new Block.Written(fields.text("code"));
        }

        @Override
        void write(Block block, ObjectNode object) {
            object.put("code", ((Block.Written) block).code());
        }
    },
    SHARED("shared", Block.Shared.class) {
        @Override
        Block read(Fields fields) throws ProjectException {
            return new Block.Shared(fields.text("original"));
        }

        @Override
        void write(Block block, ObjectNode object) {
            object.put("original", ((Block.Shared) block).original());
        }
    },
    LOSS("loss", Block.Loss.class) {
        @Override
        Block read(Fields fields) {
            return new Block.Loss();
        }

        @Override
        void write(Block block, ObjectNode object) {}
    };

    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_ARGUMENTS = 1_000;

    private final String text;
    private final Class<? extends Block> type;

    Kind(String text, Class<? extends Block> type) {
        this.text = text;
        this.type = type;
    }

    /** The settings of this kind of node. */
    abstract Block read(Fields fields) throws ProjectException;

    abstract void write(Block block, ObjectNode object);

    String text() {
        return text;
    }

    static Kind of(Block block) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(block))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Kind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Kind::text).collect(Collectors.joining(", "));
    }
}
