package org.chainboard.app.inspector.code;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.document.Document;
import org.chainboard.app.inspector.part.ChainBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Page;
import org.chainboard.app.ui.Styles;
import org.chainboard.tools.project.Project;

/**
 * The model as text. Java carries the weights, which change all the time: it is written when the document has changed, or
 * when it is asked for.
 */
public final class CodePage implements Page {
    private final Context context;
    private final Function<Project, Optional<String>> source;
    private final Executor background;
    private final ChainBox chain;
    private final JavaBox java;
    private final VBox page;
    private Document written;
    /** What is being written; null while nothing is. */
    private CompletableFuture<Optional<String>> coming;

    /**
     * @param source writes Java
     * @param background where it does so
     */
    public CodePage(Context context, Function<Project, Optional<String>> source, Executor background, boolean hasJava) {
        this.context = context;
        this.source = source;
        this.background = background;
        chain = new ChainBox(context, "code");
        java = new JavaBox(context, this::write);
        page = new VBox(chain);
        if (hasJava) {
            VBox.setVgrow(java, Priority.ALWAYS);
            page.getChildren().add(java);
        }
        page.getStyleClass().add(Styles.INSPECTOR_PAGE);
    }

    @Override
    public Region region() {
        return page;
    }

    @Override
    public void show(Facts now) {
        chain.show(now);
        boolean isReady = now.outcome().document().equals(now.document());
        if (isReady && !now.document().equals(written)) {
            written = now.document();
            write();
        }
    }

    /** Asks for the text; an answer to an earlier question is not waited for any more. */
    private void write() {
        coming = context.session().project().thenApplyAsync(source, background);
    }

    @Override
    public void look() {
        if (coming != null && coming.isDone()) {
            CompletableFuture<Optional<String>> done = coming;
            coming = null;
            java.show(done.exceptionally(failure -> Optional.empty()).join());
        }
    }
}
