package org.chainboard.app.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.inspector.code.CodePage;
import org.chainboard.app.inspector.layer.LayerPage;
import org.chainboard.app.inspector.parameters.ParametersPage;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Page;
import org.chainboard.app.run.Session;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.plot.Palette;

/**
 * The inspector: a tab for what is selected, one for all parameters, one for the model as code. Only the page in front
 * follows what happens. All methods belong to the JavaFX thread.
 */
public final class InspectorView extends Region {
    private static final double LEAST_WIDTH = 250;
    private static final double USUAL_WIDTH = 290;

    private final Context context;
    private final TabPane tabs = new TabPane();
    private final Map<Tab, Page> pages = new LinkedHashMap<>();
    private final LayerPage layer;

    /** An inspector that shows no Java. */
    public InspectorView(
            History history,
            Selection selection,
            Session session,
            Texts texts,
            ObservableValue<Palette> palette,
            PulseClock clock) {
        this(history, selection, session, texts, palette, clock, CodeSource.NONE, Runnable::run);
    }

    /**
     * @param palette the colours of plots
     * @param code writes the model as Java; {@link CodeSource#NONE} shows the chain text alone
     * @param background where that is done
     */
    public InspectorView(
            History history,
            Selection selection,
            Session session,
            Texts texts,
            ObservableValue<Palette> palette,
            PulseClock clock,
            CodeSource code,
            Executor background) {
        context = new Context(history, selection, session, texts, palette);
        layer = new LayerPage(context);
        addTab("layer", layer);
        addTab("parameters", new ParametersPage(context));
        addTab("code", new CodePage(context, code::java, background, code != CodeSource.NONE));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.FIXED);
        tabs.setId("inspector-tabs");
        getStyleClass().add(Styles.INSPECTOR);
        setMinWidth(LEAST_WIDTH);
        setPrefWidth(USUAL_WIDTH);
        getChildren().add(tabs);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        history.document().addListener(property -> refresh());
        selection.nodes().addListener(property -> refresh());
        session.outcome().addListener(property -> refresh());
        session.status().addListener(property -> refresh());
        session.snapshot()
                .addListener((property, before, now) -> now.ifPresent(snapshot -> front(page -> page.live(snapshot))));
        tabs.getSelectionModel().selectedItemProperty().addListener(property -> refresh());
        clock.onPulse(now -> front(Page::look));
        refresh();
    }

    private void addTab(String key, Page page) {
        Tab tab = new Tab(context.text("tab." + key), page.region());
        tab.setId("tab-" + key);
        pages.put(tab, page);
        tabs.getTabs().add(tab);
    }

    /** Puts the cursor into the name of the node that is selected. */
    public void rename() {
        tabs.getSelectionModel().selectFirst();
        layer.rename();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F2) {
            rename();
            event.consume();
        }
    }

    private void refresh() {
        front(page -> page.show(context.facts()));
    }

    private void front(Consumer<Page> what) {
        Page page = pages.get(tabs.getSelectionModel().getSelectedItem());
        if (page != null) {
            what.accept(page);
        }
    }

    @Override
    protected void layoutChildren() {
        // the border on the left is this region's own background
        tabs.resizeRelocate(1, 0, Math.max(0, getWidth() - 1), getHeight());
    }
}
