package org.chainboard.app.toolbar;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.chainboard.app.action.Action;
import org.chainboard.app.action.Actions;
import org.chainboard.app.document.History;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Status;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Accelerator;

/** The toolbar. All methods belong to the JavaFX thread. */
public final class ToolbarView extends HBox {
    private static final double ROOMY = 1440;
    private static final double VERY_ROOMY = 1560;
    /** The longest of its words, so that it does not jump. */
    private static final double TRAIN_WIDTH = 96;

    private final Actions actions;
    private final Texts texts;
    /** Whether there is room for words where a sign would do. */
    private final BooleanBinding roomy = widthProperty().greaterThanOrEqualTo(ROOMY);

    /**
     * What the toolbar shows that others know.
     *
     * @param documentName the project's name, with a word where it is not saved
     * @param dataName the data that are learned from
     * @param data what data can be chosen; it is given what closes it
     * @param gpu what a look for a graphics card found
     * @param look light or dark
     * @param samples rows of the menu that open samples
     */
    public record Known(
            ObservableValue<String> documentName,
            ObservableValue<String> dataName,
            Function<Consumer<Runnable>, Node> data,
            ObservableValue<Accelerator.Status> gpu,
            ObservableValue<Look> look,
            List<MenuItem> samples) {}

    public ToolbarView(Actions actions, History history, Session session, Known known, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        getStyleClass().add(Styles.TOOLBAR);
        SettingChoices choices = new SettingChoices(history, session, texts);
        getChildren().addAll(brand(), fileMenu(known.samples()), documentName(known.documentName()), line());
        getChildren().addAll(trainButton(session), button(Action.STEP), button(Action.RESET), line());
        getChildren()
                .addAll(
                        choices.choice("data", known.dataName(), known.data()),
                        choices.loss(),
                        choices.optimiser(),
                        choices.batch(),
                        choices.speed());
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        getChildren().addAll(grow, new DeviceSwitch(known.gpu(), session.devices(), texts));
        getChildren().addAll(iconButton(Action.UNDO), iconButton(Action.REDO), lookButton(known.look()), exportMenu());
    }

    private Node brand() {
        Label mark = new Label("∇");
        mark.getStyleClass().add(Styles.BRAND_MARK);
        Label name = new Label(texts.get("app.name"));
        name.getStyleClass().add(Styles.BRAND);
        name.visibleProperty().bind(roomy);
        name.managedProperty().bind(roomy);
        HBox brand = new HBox(5, mark, name);
        brand.setMinWidth(USE_PREF_SIZE);
        brand.setAlignment(Pos.CENTER);
        return brand;
    }

    private MenuButton fileMenu(List<MenuItem> samples) {
        MenuButton menu = new MenuButton(texts.get("toolbar.file"));
        menu.setId("menu-file");
        Menu gallery = new Menu(texts.get("toolbar.samples"));
        gallery.setId("menu-samples");
        gallery.getItems().setAll(samples);
        menu.getItems()
                .setAll(
                        actions.menuItem(Action.NEW),
                        actions.menuItem(Action.OPEN),
                        gallery,
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.SAVE),
                        actions.menuItem(Action.SAVE_AS),
                        new SeparatorMenuItem(),
                        actions.menuItem(Action.QUIT));
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private Label documentName(ObservableValue<String> name) {
        Label label = new Label();
        label.textProperty().bind(name);
        label.getStyleClass().add(Styles.DOCUMENT_NAME);
        label.setMinWidth(0);
        // the window's title has it as well
        BooleanBinding veryRoomy = widthProperty().greaterThanOrEqualTo(VERY_ROOMY);
        label.visibleProperty().bind(veryRoomy);
        label.managedProperty().bind(veryRoomy);
        return label;
    }

    private Button trainButton(Session session) {
        Button button = actions.bind(new Button(), Action.TRAIN);
        button.getStyleClass().add(Styles.PRIMARY);
        session.status().subscribe(status -> showTrain(button, status));
        button.setMinWidth(TRAIN_WIDTH);
        return button;
    }

    private void showTrain(Button button, Status status) {
        boolean running = status.isRunning();
        boolean begun = status.state() == Status.State.PAUSED;
        button.setText(texts.get(running ? "toolbar.pause" : begun ? "toolbar.goOn" : "toolbar.train"));
        button.setGraphic((running ? Icons.PAUSE : Icons.PLAY).node());
    }

    private Button button(Action action) {
        Button button = actions.bind(new Button(texts.get(textKey(action))), action);
        button.setGraphic(action.icon().orElseThrow().node());
        button.contentDisplayProperty()
                .bind(Bindings.when(roomy).then(ContentDisplay.TEXT_ONLY).otherwise(ContentDisplay.GRAPHIC_ONLY));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static String textKey(Action action) {
        return "toolbar." + action.name().toLowerCase(Locale.ROOT);
    }

    private Button iconButton(Action action) {
        Button button = actions.bind(new Button(), action);
        button.setGraphic(action.icon().orElseThrow().node());
        button.getStyleClass().add(Styles.ICON_BUTTON);
        return button;
    }

    private Button lookButton(ObservableValue<Look> look) {
        Button button = actions.bind(new Button(), Action.THEME);
        look.subscribe(now -> button.setGraphic((now == Look.LIGHT ? Icons.DARK : Icons.LIGHT).node()));
        button.getStyleClass().add(Styles.ICON_BUTTON);
        return button;
    }

    private MenuButton exportMenu() {
        MenuButton menu = new MenuButton(texts.get("toolbar.export"));
        menu.setId("menu-export");
        menu.getItems().setAll(actions.menuItem(Action.EXPORT_JAVA), actions.menuItem(Action.COPY_JAVA));
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }
}
