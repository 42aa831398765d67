package org.chainboard.app.palette;

import java.util.List;
import java.util.function.Predicate;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;

/** The sections of the palette, from top to bottom. */
public enum PaletteSection {
    LAYERS("palette.layers", Styles.KIND_LAYER, false) {
        @Override
        List<PaletteItem> items(List<String> activations) {
            return List.of(always("Dense", new Block.Dense(UNITS, "identity", "glorot_uniform", true)));
        }
    },
    ACTIVATIONS("palette.activations", Styles.KIND_ACTIVATION, true) {
        @Override
        List<PaletteItem> items(List<String> activations) {
            return activations.stream()
                    .map(name -> always(name, new Block.Activation(name)))
                    .toList();
        }
    },
    FUNCTIONS("palette.functions", Styles.KIND_FUNCTION, false) {
        @Override
        List<PaletteItem> items(List<String> activations) {
            return List.of(
                    always("x → x^2", new Block.Function("x -> x^2", 1)),
                    always("x → x + 1", new Block.Function("x -> x + 1", 1)),
                    always(OWN, new Block.Function("x -> x", 1)));
        }
    },
    ENDS("palette.ends", Styles.KIND_INPUT, true) {
        @Override
        List<PaletteItem> items(List<String> activations) {
            return List.of(
                    new PaletteItem(this, "Input", new Block.Input(), hasNone(Block.Input.class)),
                    new PaletteItem(this, "Loss", new Block.Loss(), hasNone(Block.Loss.class)));
        }
    };

    /** The name of the row for a function of one's own is a sentence, and comes from the texts. */
    static final String OWN = "";

    private static final int UNITS = 8;

    private final String textKey;
    private final String kind;
    private final boolean twoColumns;

    PaletteSection(String textKey, String kind, boolean twoColumns) {
        this.textKey = textKey;
        this.kind = kind;
        this.twoColumns = twoColumns;
    }

    abstract List<PaletteItem> items(List<String> activations);

    String textKey() {
        return textKey;
    }

    /** The style class of its glyphs. */
    String kind() {
        return kind;
    }

    boolean twoColumns() {
        return twoColumns;
    }

    PaletteItem always(String name, Block block) {
        return new PaletteItem(this, name, block, network -> true);
    }

    private static Predicate<Network> hasNone(Class<? extends Block> kind) {
        return network -> network.nodes().stream().noneMatch(node -> kind.isInstance(node.block()));
    }
}
