package org.chainboard.app;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.chainboard.app.action.Action;
import org.chainboard.app.action.Actions;
import org.chainboard.app.action.ProjectDesk;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.History;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Status;
import org.chainboard.app.run.Status.State;
import org.chainboard.app.ui.Texts;

/** Fills the table of actions: what each one does and when it is allowed. */
final class ActionTable {
    private final Actions table;
    private final Session session;
    private final Texts texts;

    ActionTable(History history, Session session, ProjectDesk desk, Texts texts) {
        this.table = new Actions(texts);
        this.session = session;
        this.texts = texts;
        table.set(Action.NEW, desk::startNew);
        table.set(Action.OPEN, desk::open);
        table.set(Action.SAVE, desk::save);
        table.set(Action.SAVE_AS, desk::saveAs);
        table.set(Action.TRAIN, this::trainOrPause, off(this::cannotTrain), trainName());
        table.set(Action.STEP, session::step, off(status -> !status.canStep()));
        table.set(Action.RESET, session::reset, off(status -> status.state() == State.IDLE));
        table.set(Action.UNDO, history::undo, none(history.undoable()), named("action.undo", history.undoable()));
        table.set(Action.REDO, history::redo, none(history.redoable()), named("action.redo", history.redoable()));
    }

    /** With a row that is always allowed. */
    ActionTable with(Action action, Runnable work) {
        table.set(action, work);
        return this;
    }

    /** With a row that is not always allowed. */
    ActionTable with(Action action, Runnable work, BooleanBinding off) {
        table.set(action, work, off);
        return this;
    }

    Actions actions() {
        return table;
    }

    private void trainOrPause() {
        if (session.status().get().isRunning()) {
            session.pause();
        } else {
            session.train();
        }
    }

    private boolean cannotTrain(Status status) {
        return !status.canStep() && status.state() != State.FAILED;
    }

    private StringBinding trainName() {
        return Bindings.createStringBinding(
                () -> texts.get(session.status().get().isRunning() ? "action.pause" : "action.train"),
                session.status());
    }

    private BooleanBinding off(Predicate<Status> when) {
        return Bindings.createBooleanBinding(() -> when.test(session.status().get()), session.status());
    }

    private static BooleanBinding none(ReadOnlyObjectProperty<Optional<Edit>> edit) {
        return Bindings.createBooleanBinding(() -> edit.get().isEmpty(), edit);
    }

    /** “Undo move 3 nodes”. */
    private StringBinding named(String key, ReadOnlyObjectProperty<Optional<Edit>> edit) {
        return Bindings.createStringBinding(
                () -> edit.get()
                        .map(step -> texts.get(
                                key + ".what",
                                texts.get(step.nameKey(), step.nameArguments().toArray())))
                        .orElseGet(() -> texts.get(key)),
                edit);
    }
}
