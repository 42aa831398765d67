package org.chainboard.app.toolbar;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/** The rows of a table, one of them chosen, each with a line that explains it. */
final class OptionList<T> extends VBox {

    /** A row as it is shown. */
    record Option(String name, String about) {}

    OptionList(List<T> rows, T chosen, Function<T, Option> shown, Consumer<T> choose) {
        getStyleClass().add(Styles.OPTION_LIST);
        ToggleGroup group = new ToggleGroup();
        for (T row : rows) {
            Option option = shown.apply(row);
            RadioButton button = new RadioButton(option.name());
            button.getStyleClass().add(Styles.MEDIUM);
            // names such as sum_of_squares are no mnemonics
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setSelected(row.equals(chosen));
            button.setAccessibleHelp(option.about());
            Label about = new Label(option.about());
            about.getStyleClass().add(Styles.OPTION_ABOUT);
            about.setLabelFor(button);
            about.setOnMouseClicked(event -> button.fire());
            about.setManaged(!option.about().isEmpty());
            getChildren().addAll(button, about);
            button.setOnAction(event -> choose.accept(row));
        }
    }
}
