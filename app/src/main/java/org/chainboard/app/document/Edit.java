package org.chainboard.app.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One thing a person does to a document: a pure function with a name.
 *
 * @param nameKey the key of its name in the texts, as the menu shows it after “Undo”
 * @param nameArguments what is put into the name
 * @param mergeKey edits in a row with the same key are one step of undo
 * @param change gives the new document; gives an equal one where there is nothing to do
 */
public record Edit(
        String nameKey, List<Object> nameArguments, Optional<String> mergeKey, UnaryOperator<Document> change) {

    public Edit {
        Objects.requireNonNull(nameKey);
        Objects.requireNonNull(mergeKey);
        Objects.requireNonNull(change);
        nameArguments = List.copyOf(nameArguments);
    }

    /** An edit that is always a step of its own. */
    public static Edit of(String nameKey, List<Object> nameArguments, UnaryOperator<Document> change) {
        return new Edit(nameKey, nameArguments, Optional.empty(), change);
    }

    /** The same edit, one step with others of this key. */
    public Edit merging(String key) {
        return new Edit(nameKey, nameArguments, Optional.of(key), change);
    }

    /** What the document is after it. */
    public Document apply(Document document) {
        return change.apply(document);
    }
}
