package org.chainboard.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.chainboard.app.action.Action;
import org.chainboard.app.action.Actions;
import org.chainboard.app.action.Dialogs;
import org.chainboard.app.action.ProjectDesk;
import org.chainboard.app.canvas.CanvasPane;
import org.chainboard.app.canvas.gesture.Connections;
import org.chainboard.app.canvas.gesture.PlainConnections;
import org.chainboard.app.dataset.CsvDialog;
import org.chainboard.app.dataset.DataChooser;
import org.chainboard.app.dataset.DataWords;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.inspector.InspectorView;
import org.chainboard.app.live.LiveFiles;
import org.chainboard.app.live.LiveView;
import org.chainboard.app.palette.PaletteItem;
import org.chainboard.app.palette.PaletteTarget;
import org.chainboard.app.palette.PaletteView;
import org.chainboard.app.run.Background;
import org.chainboard.app.run.Device;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.run.Session;
import org.chainboard.app.status.StatusView;
import org.chainboard.app.toolbar.ToolbarView;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.tools.project.Sample;

/**
 * Builds every object of the window once and joins the parts that do not know one another. All methods belong to the
 * JavaFX thread.
 */
final class Wiring implements AutoCloseable {
    private static final List<String> ACTIVATIONS =
            List.of("σ", "tanh", "relu", "gelu", "swish", "softplus", "elu", "softmax");

    private static final double WIDTH = 1480;
    private static final double HEIGHT = 920;
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 640;

    private final Texts texts;
    private final Background background = new Background();
    private final PulseClock clock = new PulseClock();
    private final Theme theme = new Theme(Look.LIGHT);
    private final History history = new History(Document.blank(FirstSettings.make()));
    private final Selection selection = new Selection(history);
    private final Actions actions;
    private final Session session;
    private final ProjectDesk desk;
    private final Exporter exporter;
    private final CanvasPane canvas;
    private final Notices notices;
    private final PaletteView palette;
    private final CsvDialog csv;
    private final Shell shell;

    /** @param dialogs how questions are asked; tests answer them without a dialog */
    Wiring(Stage stage, FxThread fx, Dialogs dialogs, Texts texts) {
        this(stage, fx, dialogs, texts, Machine.here());
    }

    /** @param machine what there is to train with; tests have machines of their own */
    Wiring(Stage stage, FxThread fx, Dialogs dialogs, Texts texts, Machine machine) {
        this.texts = texts;
        session = new Session(history, fx, background, clock, machine.backends());
        Hardware hardware = new Hardware(machine, background, fx, texts);
        desk = new ProjectDesk(history, session, background, fx, dialogs, texts, FirstSettings.make());
        canvas = canvas();
        notices = new Notices(canvas);
        session.devices().notice().addListener((property, before, now) -> notices.tell(now.sentence()));
        exporter = new Exporter(desk, background, fx, dialogs, texts, notices::tell);
        csv = new CsvDialog(
                history,
                session::readDataAgain,
                background,
                fx,
                texts,
                () -> stage,
                () -> dialogs.fileToOpen(Dialogs.Kind.CSV));
        PaletteTarget target = new PaletteTarget(canvas::carry, canvas::letGo, canvas::cancel, canvas::add);
        palette = new PaletteView(PaletteItem.all(ACTIVATIONS), history.document(), target, texts, theme.palette());
        InspectorView inspector = new InspectorView(
                history, selection, session, texts, theme.palette(), clock, exporter::source, background.io());
        actions = new ActionTable(history, session, desk, texts)
                .with(Action.QUIT, () -> desk.afterSaving(stage::close))
                .with(Action.EXPORT_JAVA, exporter::save)
                .with(Action.COPY_JAVA, exporter::copy)
                .with(Action.RENAME, inspector::rename)
                .with(Action.FIND_NODE, palette::search)
                .with(Action.DEVICE, session.devices()::toggle, cannotSwitch(hardware))
                .with(Action.THEME, theme::toggle)
                .actions();
        LiveView live = new LiveView(session, texts, theme.palette(), clock);
        live.offer(new LiveFiles(background, fx, texts, place(dialogs), notices::tell));
        shell = new Shell(new Shell.Parts(
                toolbar(hardware),
                palette,
                notices,
                inspector,
                live,
                new StatusView(session, texts, savedNote(), zoom(), clock)));
    }

    /** Whoever is on a card can always leave it. */
    private BooleanBinding cannotSwitch(Hardware hardware) {
        ObservableValue<Device> device = session.devices().now();
        return Bindings.createBooleanBinding(
                () -> device.getValue().switching()
                        || !hardware.gpu().get().found() && !device.getValue().card(),
                hardware.gpu(),
                device);
    }

    private static LiveFiles.Place place(Dialogs dialogs) {
        return (proposed, kind, pattern) -> {
            boolean picture = Dialogs.Kind.PICTURE.patterns().contains(pattern);
            return dialogs.fileToSave(picture ? Dialogs.Kind.PICTURE : Dialogs.Kind.CSV, proposed);
        };
    }

    private CanvasPane canvas() {
        ObservableValue<Outcome> outcome = session.outcome();
        Connections connections = new PlainConnections(texts).and(new SizedConnections(outcome::getValue, texts));
        return new CanvasPane(
                history, selection, outcome.map(Facts::of), new LiveNodes(session), connections, texts, theme, clock);
    }

    private ToolbarView toolbar(Hardware hardware) {
        List<MenuItem> samples =
                Arrays.stream(Sample.values()).map(this::sample).toList();
        ToolbarView.Known known = new ToolbarView.Known(
                documentName(),
                DataWords.name(history, texts),
                this::dataChooser,
                hardware.gpu(),
                theme.look(),
                samples);
        return new ToolbarView(actions, history, session, known, texts);
    }

    private MenuItem sample(Sample sample) {
        MenuItem item = new MenuItem(texts.get("sample." + sample.id()));
        item.setId("sample-" + sample.id());
        item.setOnAction(event -> {
            desk.open(sample.project());
            canvas.fit();
        });
        return item;
    }

    private Node dataChooser(Consumer<Runnable> closing) {
        DataChooser.OwnFile own = new DataChooser.OwnFile(
                () -> closing.accept(csv::choose), file -> closing.accept(() -> csv.open(file)));
        return new DataChooser(history, theme.palette(), texts, own);
    }

    private ObservableValue<String> documentName() {
        return Bindings.createStringBinding(
                () -> desk.unsaved().get()
                        ? texts.get("file.unsaved", desk.name().get())
                        : desk.name().get(),
                desk.name(),
                desk.unsaved());
    }

    private ObservableValue<String> savedNote() {
        return desk.unsaved().map(unsaved -> texts.get(unsaved ? "status.unsaved" : "status.saved"));
    }

    private ObservableValue<String> zoom() {
        return canvas.camera().map(camera -> texts.get("status.zoom", Math.round(camera.zoom() * 100)));
    }

    /** Opens the window. */
    void show(Stage stage) {
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        theme.dress(scene);
        actions.listenIn(scene);
        new FileDrop(desk::open, csv::open).listenIn(scene);
        stage.titleProperty().bind(Bindings.concat(documentName(), " — ", texts.get("app.name")));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            actions.run(Action.QUIT);
        });
        stage.show();
        keepOnScreen(stage);
        canvas.requestFocus();
        clock.start();
    }

    /** A window larger than the screen takes all of it. */
    private static void keepOnScreen(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (stage.getWidth() > screen.getWidth()) {
            stage.setX(screen.getMinX());
            stage.setWidth(screen.getWidth());
        }
        if (stage.getHeight() > screen.getHeight()) {
            stage.setY(screen.getMinY());
            stage.setHeight(screen.getHeight());
        }
    }

    /** Opens a project file. */
    void open(Path project) {
        desk.open(project);
    }

    Session session() {
        return session;
    }

    ProjectDesk desk() {
        return desk;
    }

    History history() {
        return history;
    }

    Selection selection() {
        return selection;
    }

    CanvasPane canvasPane() {
        return canvas;
    }

    Theme theme() {
        return theme;
    }

    @Override
    public void close() {
        clock.stop();
        session.close();
        background.close();
    }
}
