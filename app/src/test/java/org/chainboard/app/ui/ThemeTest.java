package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {

    private Label label;
    private Scene scene;
    private Theme theme;

    @Start
    void show(Stage stage) {
        theme = new Theme(Look.LIGHT);
        label = new Label("η");
        label.getStyleClass().add(Styles.STRONG);
        scene = new Scene(new StackPane(label), 200, 100);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void switchesTheColoursAtRunTime(FxRobot robot) {
        Color light = (Color) label.getTextFill();

        robot.interact(theme::toggle);
        robot.interact(() -> scene.getRoot().applyCss());

        assertThat(light.getBrightness()).isLessThan(0.4);
        assertThat(((Color) label.getTextFill()).getBrightness()).isGreaterThan(0.8);
        assertThat(theme.look().get()).isEqualTo(Look.DARK);
    }

    @Test
    void usesTheFontsThatComeWithTheProgram() {
        assertThat(label.getFont().getFamily()).isEqualTo(Fonts.STRONG);
        assertThat(Font.getFamilies()).contains(Fonts.TEXT, Fonts.MEDIUM, Fonts.STRONG, Fonts.MONO, Fonts.SIGNS);
    }
}
