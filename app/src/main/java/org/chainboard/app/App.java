package org.chainboard.app;

import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.ui.Texts;

/** The program with its window. */
public final class App extends Application {
    private Wiring wiring;

    @Override
    public void start(Stage stage) {
        Options options = Options.parse(getParameters().getRaw().toArray(String[]::new));
        Texts texts = Texts.in(Locale.getDefault());
        wiring = new Wiring(stage, new PlatformFxThread(), new FxDialogs(stage, texts), texts);
        wiring.show(stage);
        options.project().ifPresent(wiring::open);
    }

    @Override
    public void stop() {
        wiring.close();
    }
}
