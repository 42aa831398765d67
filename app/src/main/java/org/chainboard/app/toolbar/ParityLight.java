package org.chainboard.app.toolbar;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.chainboard.app.run.Device;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Parity;
import org.chainboard.tools.plot.Numbers;

/**
 * How well processor and card agree about the same step: grey where they were not compared, green where they agree, amber
 * where they do but the card is slower, red where they do not. The numbers are in its tooltip.
 */
final class ParityLight extends StackPane {
    private static final double RADIUS = 4.5;
    /** Room to point at. */
    private static final double SIZE = 16;

    private final Texts texts;
    private final Circle lamp = new Circle(RADIUS);
    private final Tooltip words = DeviceSwitch.wide();

    ParityLight(Texts texts) {
        this.texts = texts;
        lamp.getStyleClass().add(Styles.PARITY_LAMP);
        setId("parity");
        setMinSize(SIZE, SIZE);
        getChildren().add(lamp);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(words.textProperty());
        Tooltip.install(this, words);
    }

    /** @param notice what was told last; empty where nothing was */
    void show(Device device, String notice) {
        Optional<Parity> parity = device.parity();
        boolean agreed = parity.filter(Parity::passed).isPresent();
        boolean slower = parity.filter(Parity::isSlower).isPresent();
        mark(Styles.SWITCHING, device.switching());
        mark(Styles.AGREED, agreed && !slower);
        mark(Styles.SLOWER, agreed && slower);
        mark(Styles.REFUSED, parity.isPresent() && !agreed);
        String said = device.switching() ? texts.get("parity.switching") : words(parity);
        words.setText((said + "\n" + notice).strip());
    }

    private void mark(PseudoClass state, boolean on) {
        lamp.pseudoClassStateChanged(state, on);
    }

    private String words(Optional<Parity> parity) {
        return parity.map(this::words).orElseGet(() -> texts.get("parity.none"));
    }

    private String words(Parity parity) {
        String difference = texts.get(
                parity.passed() ? "parity.agreed" : "parity.refused",
                Numbers.brief(parity.difference()),
                parity.worst(),
                Numbers.brief(parity.tolerance()));
        String times = texts.get(
                "parity.times",
                Parity.text(parity.base().seconds()),
                Parity.text(parity.other().seconds()),
                Parity.text(parity.copySeconds()));
        return (difference + "\n" + times + "\n" + parity.explanation()).strip();
    }
}
