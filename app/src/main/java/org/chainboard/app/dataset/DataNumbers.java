package org.chainboard.app.dataset;

import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.chainboard.app.document.Edit;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;

/** How the data are made and prepared, one row each. */
final class DataNumbers extends GridPane {
    private static final int MOST_SAMPLES = 100_000;
    private static final double MOST_NOISE = 100;
    private static final long LARGEST_SEED = 1L << 53;
    private static final double MOST_KEPT = 50;
    private static final double KEPT_STEP = 5;

    private final Texts texts;
    private final Consumer<Edit> apply;
    private final Label mistake = new Label();
    private final NumberField samples;
    private final NumberField noise;
    private final NumberField seed;
    private final Slider kept = new Slider(0, MOST_KEPT, 0);
    private final Label keptShown = new Label();
    private final ComboBox<Standardise> standardise = new ComboBox<>();
    private final HBox sizes;
    private final Label sizesName;
    private ProjectSettings shown;
    private boolean showing = true;

    DataNumbers(Texts texts, Consumer<Edit> apply) {
        this.texts = texts;
        this.apply = apply;
        getStyleClass().add(Styles.DATA_ROW);
        mistake.getStyleClass().add(Styles.DATA_MISTAKE);
        mistake.setWrapText(true);
        samples = field("samples", value -> isWhole(value, 1, MOST_SAMPLES), this::resize);
        noise = field("noise", value -> value >= 0 && value <= MOST_NOISE, this::renoise);
        seed = field(
                "seed", value -> isWhole(value, 0, LARGEST_SEED), value -> apply.accept(DataEdits.seed((long) value)));
        Label noiseName = named("data.noise", noise);
        sizes = line(samples, noiseName, noise);
        sizesName = addRow(0, "data.samples.name", samples, sizes);
        addRow(1, "data.kept", kept, keptLine());
        addRow(2, "data.standardise", standardise, standardise);
        addRow(3, "data.seed", seed, line(seed, anotherSeed()));
        add(mistake, 0, 4, 2, 1);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        names.setHalignment(HPos.LEFT);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
        prepareStandardise();
        prepareKept();
    }

    private NumberField field(
            String name, java.util.function.DoublePredicate allowed, java.util.function.DoubleConsumer take) {
        return new NumberField("data-" + name, allowed, take, texts.get("data." + name + ".mistake"), mistake);
    }

    private static boolean isWhole(double value, double least, double most) {
        return value == Math.rint(value) && value >= least && value <= most;
    }

    private Label named(String key, Node control) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(10, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label addRow(int row, String key, Node control, Node value) {
        Label label = named(key, control);
        control.setAccessibleText(texts.get(key));
        add(label, 0, row);
        add(value, 1, row);
        return label;
    }

    private HBox keptLine() {
        HBox.setHgrow(kept, Priority.ALWAYS);
        keptShown.setMinWidth(USE_PREF_SIZE);
        return line(kept, keptShown);
    }

    private Button anotherSeed() {
        Button another = new Button(texts.get("data.seed.another"));
        another.setId("data-another-seed");
        another.setOnAction(event -> apply.accept(DataEdits.seed(shown.seed() % LARGEST_SEED + 1)));
        return another;
    }

    private void prepareStandardise() {
        standardise.setId("data-standardise");
        standardise.getItems().setAll(Standardise.values());
        standardise.setCellFactory(list -> new NamedCell<>(which -> texts.get("data.standardise." + which.text())));
        standardise.setButtonCell(new NamedCell<>(which -> texts.get("data.standardise." + which.text())));
        standardise.valueProperty().subscribe(which -> {
            if (!showing && which != null) {
                apply.accept(DataEdits.standardise(which));
            }
        });
    }

    private void prepareKept() {
        kept.setId("data-kept");
        kept.setBlockIncrement(KEPT_STEP);
        kept.setMajorTickUnit(KEPT_STEP);
        kept.setMinorTickCount(0);
        kept.setSnapToTicks(true);
        kept.valueProperty().subscribe(value -> {
            keptShown.setText(texts.get("data.percent", Math.round(value.doubleValue())));
            keep();
        });
        kept.valueChangingProperty().subscribe(this::keep);
    }

    /** While the thumb is dragged nothing is split anew. */
    private void keep() {
        double share = Math.round(kept.getValue()) / 100.0;
        if (!showing && !kept.isValueChanging() && share != shown.data().testShare()) {
            apply.accept(DataEdits.testShare(share));
        }
    }

    private void resize(double count) {
        if (shown.data().source() instanceof DataSource.Generated now) {
            apply.accept(DataEdits.resized(new DataSource.Generated(now.name(), (int) count, now.noise())));
        }
    }

    private void renoise(double amount) {
        if (shown.data().source() instanceof DataSource.Generated now) {
            apply.accept(DataEdits.resized(new DataSource.Generated(now.name(), now.samples(), amount)));
        }
    }

    void show(ProjectSettings settings) {
        showing = true;
        shown = settings;
        boolean made = settings.data().source() instanceof DataSource.Generated;
        if (settings.data().source() instanceof DataSource.Generated now) {
            samples.show(now.samples());
            noise.show(now.noise());
        }
        for (Node node : new Node[] {sizes, sizesName}) {
            node.setVisible(made);
            node.setManaged(made);
        }
        seed.show(settings.seed());
        kept.setValue(100 * settings.data().testShare());
        standardise.setValue(settings.data().standardise());
        showing = false;
    }
}
