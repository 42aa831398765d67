package org.chainboard.engine.expr;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what stands under a name between the brackets of a function: {@code dims=1} or {@code dims=(1, 2)}. */
final class Keywords {
    private static final String DIMS = "dims";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Cursor cursor;
    private final Word word;
    private final String called;
    private final SortedSet<Integer> dims = new TreeSet<>();

    /** @param called the function as it was written */
    Keywords(Cursor cursor, Word word, Token called) {
        this.cursor = cursor;
        this.word = word;
        this.called = called.text();
    }

    /** The axes, rising; empty where none were given. */
    List<Integer> dims() {
        return List.copyOf(dims);
    }

    /** Goes past the semicolon that Julia writes before names. */
    boolean takesSemicolon() {
        return cursor.peek().is(";") && isName(1) && cursor.takes(";");
    }

    private boolean isName(int ahead) {
        return cursor.peek(ahead).is(Token.Kind.NAME) && cursor.peek(ahead + 1).is("=");
    }

    /**
     * Reads {@code name=…} where that comes next.
     *
     * @param first whether nothing stands before it; then it is rather a comparison that was meant
     * @return whether it came
     * @throws Mistake when the function has nothing of that name
     */
    boolean read(boolean first) {
        Token name = cursor.peek();
        boolean isDims = name.text().equals(DIMS);
        if (!isName(0) || first && !(isDims && word.takesDims())) {
            return false;
        }
        refuse(name, isDims);
        cursor.skip(2);
        Token start = cursor.peek();
        if (cursor.takes("(")) {
            several(start);
        } else {
            axis();
        }
        requireEnd(start);
        return true;
    }

    private void refuse(Token name, boolean isDims) {
        if (isDims && !word.takesDims()) {
            String others = Vocabulary.words().stream()
                    .filter(Word::takesDims)
                    .map(Word::name)
                    .collect(Collectors.joining(", "));
            throw new Mistake(name.at(), "noDims", called, others);
        } else if (!isDims) {
            throw new Mistake(name.at(), word.takesDims() ? "onlyDims" : "noName", called, name.text());
        } else if (!dims.isEmpty()) {
            throw new Mistake(name.at(), "dimsTwice");
        }
    }

    private void several(Token open) {
        do {
            axis();
        } while (cursor.takes(",") && !cursor.peek().is(")"));
        if (!cursor.takes(")")) {
            throw new Mistake(open.at(), cursor.peek().is(Token.Kind.END) ? "open" : DIMS);
        }
    }

    private void axis() {
        Token number = cursor.take();
        int axis = WHOLE.matcher(number.text()).matches() ? Integer.parseInt(number.text()) : 0;
        if (!number.is(Token.Kind.NUMBER) || axis == 0) {
            throw new Mistake(number.at(), DIMS);
        }
        dims.add(axis);
    }

    /** Behind {@code dims=1} nothing else of a formula may stand. */
    private void requireEnd(Token start) {
        Token next = cursor.peek();
        if (!next.is(",") && !next.is(";") && !next.is(")") && !next.is(Token.Kind.END)) {
            throw new Mistake(start.at(), DIMS);
        }
    }
}
