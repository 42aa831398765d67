package org.chainboard.app.inspector.layer;

import java.util.Set;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Page;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.train.Snapshot;

/** What is selected: one node, several, or the model as a whole. */
public final class LayerPage implements Page {
    /** What the panel in place was made for. */
    private record Subject(Set<String> ids, Class<?> kind) {}

    private final Context context;
    private final ScrollPane scroll = new ScrollPane();
    private Subject subject;
    private Panel panel;

    public LayerPage(Context context) {
        this.context = context;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
    }

    @Override
    public Region region() {
        return scroll;
    }

    @Override
    public void show(Facts now) {
        Facts newest = now;
        Subject next = subject(now);
        if (!next.equals(subject)) {
            subject = next;
            panel = panel(next, now);
            scroll.setContent(panel.region());
            scroll.setVvalue(0);
            // the panel that went may have committed what was typed into it
            newest = context.facts();
        }
        panel.show(newest);
        newest.snapshot().ifPresent(panel::live);
    }

    @Override
    public void live(Snapshot snapshot) {
        if (panel != null) {
            panel.live(snapshot);
        }
    }

    /** Puts the cursor into the name of the node that is selected. */
    public void rename() {
        if (panel != null) {
            panel.rename();
        }
    }

    private Subject subject(Facts now) {
        Set<String> ids = context.selection().nodes().get();
        Class<?> kind = ids.size() == 1
                ? now.node(ids.iterator().next())
                        .<Class<?>>map(node -> node.block().getClass())
                        .orElse(Void.class)
                : Void.class;
        return new Subject(kind == Void.class && ids.size() == 1 ? Set.of() : ids, kind);
    }

    private Panel panel(Subject of, Facts now) {
        if (of.ids.isEmpty()) {
            return new ModelPanel(context);
        }
        if (of.ids.size() > 1) {
            return new ManyPanel(context, of.ids);
        }
        return panel(now.node(of.ids.iterator().next()).orElseThrow());
    }

    private Panel panel(NetworkNode node) {
        Block block = node.block();
        if (block instanceof Block.Dense) {
            return new DensePanel(context, node.id());
        } else if (block instanceof Block.Function) {
            return new FunctionPanel(context, node.id());
        } else if (block instanceof Block.Activation) {
            return new ActivationPanel(context, node.id());
        } else if (block instanceof Block.Input) {
            return new InputPanel(context, node.id());
        } else if (block instanceof Block.Loss) {
            return new LossPanel(context, node.id());
        } else if (block instanceof Block.Written) {
            return new WrittenPanel(context, node.id());
        }
        return new SharedPanel(context, node.id());
    }
}
