package org.chainboard.app.canvas.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;

/** A title and one line below: input, function, loss, a layer given by its code, and one shared with another node. */
final class PlainSkin implements Skin {
    private static final String NO_VALUE = "–";

    private final Texts texts;
    private final Label line = Card.value();
    private final Card card;
    private final boolean isLoss;

    PlainSkin(String kind, Texts texts) {
        this.texts = texts;
        this.card = new Card(kind, line);
        this.isLoss = kind.equals(Styles.KIND_LOSS);
    }

    static PlainSkin of(Block block, Texts texts) {
        if (block instanceof Block.Input) {
            return new PlainSkin(Styles.KIND_INPUT, texts);
        }
        if (block instanceof Block.Function) {
            return new PlainSkin(Styles.KIND_FUNCTION, texts);
        }
        return new PlainSkin(block instanceof Block.Loss ? Styles.KIND_LOSS : Styles.KIND_LAYER, texts);
    }

    @Override
    public Region card() {
        return card;
    }

    @Override
    public void show(NetworkNode node, NetworkFacts facts) {
        card.title(node.name());
        if (node.block() instanceof Block.Input) {
            line.setText(facts.size(node.id()).isEmpty() ? NO_VALUE : facts.size(node.id()));
        } else if (node.block() instanceof Block.Function function) {
            card.size(texts.get("node.function"));
            line.setText(function.text().isBlank() ? texts.get("node.function.empty") : pretty(function.text()));
        } else if (node.block() instanceof Block.Written written) {
            line.setText(written.code());
        } else if (node.block() instanceof Block.Shared) {
            card.size(texts.get("node.shared"));
            line.setText(facts.size(node.id()));
        }
    }

    @Override
    public void live(String node, NodeLive live) {
        if (isLoss) {
            line.setText(live.value(node).orElse(NO_VALUE));
        }
    }

    /** The text with a real arrow. */
    private static String pretty(String text) {
        return text.replace("->", "→");
    }
}
