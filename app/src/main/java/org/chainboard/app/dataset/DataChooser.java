package org.chainboard.app.dataset;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.History;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.data.Generators;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.project.DataSource;

/**
 * What can be learned from, for a pop-up: sets the program makes, a file of one's own, and how they are prepared. Made
 * anew at each opening. All methods belong to the JavaFX thread.
 */
public final class DataChooser extends VBox {
    private static final int MOST_PREVIEWED = 400;

    /**
     * The way to a file of one's own; each is expected to close the pop-up.
     *
     * @param choose asks for a file
     * @param open shows this file again
     */
    public record OwnFile(Runnable choose, Consumer<Path> open) {}

    private final History history;
    private final ObservableValue<Palette> palette;
    private final Texts texts;
    private final OwnFile own;
    private final Map<Generators, DataTile> tiles = new EnumMap<>(Generators.class);
    private final Map<Generators, PlotView> pictures = new EnumMap<>(Generators.class);
    private final DataTile ownTile;
    private final Label ownName = new Label();
    private final HBox ownRow;
    private final DataNumbers numbers;

    public DataChooser(History history, ObservableValue<Palette> palette, Texts texts, OwnFile own) {
        this.history = history;
        this.palette = palette;
        this.texts = texts;
        this.own = own;
        this.numbers = new DataNumbers(texts, this::apply);
        getStyleClass().add(Styles.DATA);
        HBox row = new HBox();
        row.getStyleClass().add(Styles.DATA_TILES);
        for (Generators set : Generators.values()) {
            row.getChildren().add(tile(set));
        }
        ownTile = new DataTile("csv", texts.get("data.csv"), Icons.OPEN.node(), () -> {
            show();
            own.choose().run();
        });
        row.getChildren().add(ownTile);
        ownRow = ownRow();
        getChildren().addAll(row, ownRow, numbers);
        show();
    }

    private DataTile tile(Generators set) {
        PlotView picture = new PlotView(palette);
        DataTile tile = new DataTile(set.id(), set.title(), picture, () -> choose(set));
        pictures.put(set, picture);
        tiles.put(set, tile);
        return tile;
    }

    private HBox ownRow() {
        Button columns = new Button(texts.get("data.columns"));
        columns.setId("data-columns");
        columns.setMinWidth(USE_PREF_SIZE);
        columns.setOnAction(event -> {
            if (source() instanceof DataSource.Csv csv) {
                own.open().accept(csv.file());
            }
        });
        ownName.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(ownName, between, columns);
        row.getStyleClass().add(Styles.DATA_ROW);
        return row;
    }

    private DataSource source() {
        return history.now().settings().data().source();
    }

    private void choose(Generators set) {
        boolean already =
                source() instanceof DataSource.Generated now && now.name().equals(set.id());
        if (!already) {
            boolean classes = set.make(2, 1, 0).hasClasses();
            apply(DataEdits.generated(new DataSource.Generated(set.id(), set.samples(), set.noise()), classes));
        }
        show();
    }

    private void apply(Edit edit) {
        history.apply(edit);
        history.seal();
        show();
    }

    private void show() {
        DataSource source = source();
        for (Generators set : Generators.values()) {
            boolean chosen =
                    source instanceof DataSource.Generated now && now.name().equals(set.id());
            tiles.get(set).setSelected(chosen);
            picture(set, chosen ? (DataSource.Generated) source : null);
        }
        boolean isOwn = source instanceof DataSource.Csv;
        ownTile.setSelected(isOwn);
        ownRow.setVisible(isOwn);
        ownRow.setManaged(isOwn);
        ownName.setText(isOwn ? DataWords.name(source, texts) : "");
        numbers.show(history.now().settings());
    }

    /** The set in use as it is, the others as they would be. */
    private void picture(Generators set, DataSource.Generated used) {
        int samples = Math.min(MOST_PREVIEWED, used == null ? set.samples() : used.samples());
        double noise = used == null ? set.noise() : used.noise();
        long seed = history.now().settings().seed();
        pictures.get(set).show(Dots.of(set.make(samples, seed, noise)));
    }
}
