package org.chainboard.app;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.run.Background;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Accelerator;

/** Looks for a graphics card once, beside the window. */
final class Hardware {
    private final ReadOnlyObjectWrapper<Accelerator.Status> gpu;

    Hardware(Machine machine, Background background, FxThread fx, Texts texts) {
        gpu = new ReadOnlyObjectWrapper<>(new Accelerator.Status(false, "", texts.get("toolbar.gpu.looking")));
        background.io().execute(() -> {
            Accelerator.Status found = look(machine, texts);
            fx.execute(() -> gpu.set(found));
        });
    }

    /** What was found; says that it is still looking until then. */
    ReadOnlyObjectProperty<Accelerator.Status> gpu() {
        return gpu.getReadOnlyProperty();
    }

    private static Accelerator.Status look(Machine machine, Texts texts) {
        List<Accelerator.Status> answers =
                machine.accelerators().get().stream().map(Accelerator::probe).toList();
        return answers.stream()
                .filter(Accelerator.Status::found)
                .findFirst()
                .or(() -> answers.stream().findFirst())
                .orElseGet(() -> new Accelerator.Status(false, "", texts.get("toolbar.gpu.none")));
    }
}
