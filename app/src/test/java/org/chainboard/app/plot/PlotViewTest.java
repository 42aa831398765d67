package org.chainboard.app.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PlotViewTest {
    private static final Plot FILLED =
            (pen, box, palette, pointer) -> pen.rect(box.x(), box.y(), box.width(), box.height(), palette.accent());

    private final SimpleObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
    private PlotView view;
    private Stage window;
    private Pointer seen = Pointer.NONE;

    @Start
    void show(Stage stage) {
        window = stage;
        view = new PlotView(palette);
        stage.setScene(new Scene(new StackPane(view)));
        stage.setWidth(300);
        stage.setHeight(200);
        stage.show();
    }

    @BeforeEach
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void drawsWhatItIsShownOverItsWholeSize(FxRobot robot) {
        robot.interact(() -> view.show(FILLED));

        assertThat(pixel(robot, 2, 2)).isEqualTo(colour(Palette.LIGHT.accent()));
        assertThat(pixel(robot, 297, 197)).isEqualTo(colour(Palette.LIGHT.accent()));
    }

    @Test
    void drawsOncePerPulseHoweverOftenItIsShownSomething(FxRobot robot) {
        robot.interact(this::pulse);
        int before = view.drawn();

        robot.interact(() -> {
            for (int i = 0; i < 100; i++) {
                view.show((pen, box, colours, pointer) -> {});
            }
            pulse();
        });

        assertThat(view.drawn()).isEqualTo(before + 1);
    }

    @Test
    void doesNotDrawAgainForAnEqualPlot(FxRobot robot) {
        robot.interact(() -> {
            view.show(FILLED);
            pulse();
        });
        int before = view.drawn();

        robot.interact(() -> {
            view.show(FILLED);
            pulse();
        });

        assertThat(view.drawn()).isEqualTo(before);
    }

    @Test
    void takesTheColoursOfANewLook(FxRobot robot) {
        robot.interact(() -> view.show(FILLED));

        robot.interact(() -> palette.set(Palette.DARK));

        assertThat(pixel(robot, 150, 100)).isEqualTo(colour(Palette.DARK.accent()));
    }

    @Test
    void growsAndShrinksWithItsRoom(FxRobot robot) {
        robot.interact(() -> view.show(FILLED));

        robot.interact(() -> {
            window.setWidth(420);
            window.setHeight(260);
        });

        assertThat(view.getWidth()).isEqualTo(420);
        assertThat(pixel(robot, 415, 100)).isEqualTo(colour(Palette.LIGHT.accent()));
    }

    @Test
    void tellsThePlotWhereTheMouseIs(FxRobot robot) {
        robot.interact(() -> view.show((pen, box, colours, pointer) -> seen = pointer));

        robot.moveTo(view);
        robot.interact(this::pulse);

        assertThat(seen.present()).isTrue();
        assertThat(seen.x()).isBetween(148.0, 152.0);
        assertThat(seen.y()).isBetween(98.0, 102.0);
    }

    /** What the toolkit does before it paints a frame. */
    private void pulse() {
        view.getScene().getRoot().applyCss();
        view.getScene().getRoot().layout();
    }

    private Color pixel(FxRobot robot, int x, int y) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> {
            image[0] = view.snapshot(null, null);
        });
        return image[0].getPixelReader().getColor(x, y);
    }

    private static Color colour(int argb) {
        return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
    }
}
