package org.chainboard.app.action;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Somebody who answers questions, and what is said to them; without an answer they cancel. */
public final class Answers implements Dialogs {
    /** What is answered, in the order of the questions. */
    public final Deque<Path> toOpen = new ArrayDeque<>();

    public final Deque<Path> toSave = new ArrayDeque<>();
    public final Deque<Answer> saveFirst = new ArrayDeque<>();
    public final Deque<Boolean> replace = new ArrayDeque<>();

    /** What was asked or told. */
    public final Deque<String> asked = new ArrayDeque<>();

    public final Deque<String> told = new ArrayDeque<>();

    @Override
    public Optional<Path> fileToOpen(Kind kind) {
        return Optional.ofNullable(toOpen.poll());
    }

    @Override
    public Optional<Path> fileToSave(Kind kind, String proposedName) {
        return Optional.ofNullable(toSave.poll());
    }

    @Override
    public Answer saveFirst(String name) {
        asked.add(name);
        return saveFirst.isEmpty() ? Answer.CANCEL : saveFirst.poll();
    }

    @Override
    public boolean replace(String name) {
        asked.add(name);
        return !replace.isEmpty() && replace.poll();
    }

    @Override
    public void tell(String title, String sentence) {
        told.add(sentence);
    }
}
