package org.chainboard.app.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The document in use and the line of documents before and after it. Every change of a document goes through
 * {@link #apply}. All methods belong to the JavaFX thread.
 */
public final class History {
    /** What the document was, and the edit that leads away from it (in the past) or back to here (in the future). */
    private record Step(Document document, Edit edit) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Document> document;
    private final ReadOnlyObjectWrapper<Optional<Edit>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Edit>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private Document saved;
    private boolean sealed = true;
    private int nextNode;

    public History(Document first) {
        document = new ReadOnlyObjectWrapper<>(first);
        saved = first;
        nextNode = first.nextNode();
    }

    /** The document in use; listen to it to follow every edit, undo and redo. */
    public ReadOnlyObjectProperty<Document> document() {
        return document.getReadOnlyProperty();
    }

    /** The document in use. */
    public Document now() {
        return document.get();
    }

    /** What {@link #undo} would take back. */
    public ReadOnlyObjectProperty<Optional<Edit>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** What {@link #redo} would do again. */
    public ReadOnlyObjectProperty<Optional<Edit>> redoable() {
        return redoable.getReadOnlyProperty();
    }

    /** Whether the document differs from the one last saved or opened. */
    public ReadOnlyBooleanProperty edited() {
        return edited.getReadOnlyProperty();
    }

    /** Does the edit, as a step of its own or as part of the last one; an edit that changes nothing is no step. */
    public void apply(Edit edit) {
        Document before = now();
        Document start = before.withIdsFrom(nextNode);
        Document after = edit.apply(start);
        if (after.equals(start)) {
            return;
        }
        if (!continues(edit)) {
            past.push(new Step(before, edit));
        }
        future.clear();
        sealed = false;
        show(after);
    }

    /** The id of the node that the next edit adds; one that undo took away is not used again, for weights follow ids. */
    public String nextId() {
        return now().withIdsFrom(nextNode).nextId();
    }

    /** Ends a drag or a word typed: the next edit is a new step, whatever its key. */
    public void seal() {
        sealed = true;
    }

    /** Takes the last step back, if there is one. */
    public void undo() {
        walk(past, future);
    }

    /** Does the step again that was taken back last, if there is one. */
    public void redo() {
        walk(future, past);
    }

    /** Begins a new line with this document, as after opening a file. */
    public void open(Document next) {
        past.clear();
        future.clear();
        sealed = true;
        saved = next;
        nextNode = 0;
        show(next);
    }

    /** Tells that this document is in a file now. */
    public void saved(Document written) {
        saved = written;
        edited.set(!saved.equals(now()));
    }

    private boolean continues(Edit edit) {
        return !sealed
                && edit.mergeKey().isPresent()
                && !past.isEmpty()
                && past.peek().edit().mergeKey().equals(edit.mergeKey());
    }

    private void walk(Deque<Step> from, Deque<Step> to) {
        if (from.isEmpty()) {
            return;
        }
        Step step = from.pop();
        to.push(new Step(now(), step.edit()));
        sealed = true;
        show(step.document());
    }

    private void show(Document next) {
        nextNode = Math.max(nextNode, next.nextNode());
        undoable.set(Optional.ofNullable(past.peek()).map(Step::edit));
        redoable.set(Optional.ofNullable(future.peek()).map(Step::edit));
        edited.set(!saved.equals(next));
        document.set(next);
    }
}
