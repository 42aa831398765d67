package org.chainboard.app.dataset;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.data.Dataset;
import org.chainboard.tools.csv.CsvException;
import org.chainboard.tools.csv.CsvFile;
import org.chainboard.tools.csv.CsvTable;

/** Reads files and tries roles beside the window. Only the newest question is answered. */
final class CsvReading {
    private static final System.Logger LOG = System.getLogger(CsvReading.class.getName());

    /**
     * What will be made of a file.
     *
     * @param sentence inputs, targets and samples
     * @param note rows left out; empty where there are none
     */
    record Summary(String sentence, String note) {}

    /** Something that may end with a sentence for people. */
    @FunctionalInterface
    private interface Work<T> {
        T get() throws CsvException;
    }

    private final Executor io;
    private final FxThread fx;
    private final Texts texts;
    private final AtomicLong newest = new AtomicLong();

    CsvReading(Executor io, FxThread fx, Texts texts) {
        this.io = io;
        this.fx = fx;
        this.texts = texts;
    }

    void read(Path file, Consumer<CsvTable> table, Consumer<String> mistake) {
        ask(() -> CsvFile.read(file), table, mistake);
    }

    void tryRoles(CsvChoice choice, long seed, Consumer<Summary> summary, Consumer<String> mistake) {
        ask(
                () -> {
                    Dataset data = choice.roles().dataset(choice.table());
                    String sentence = DataWords.summary(data, DataEdits.USUAL_TEST_SHARE, seed, texts);
                    return new Summary(sentence, choice.roles().note(choice.table()));
                },
                summary,
                mistake);
    }

    /** Nothing that was asked for is answered any more. */
    void forget() {
        newest.incrementAndGet();
    }

    private <T> void ask(Work<T> work, Consumer<T> answer, Consumer<String> mistake) {
        long asked = newest.incrementAndGet();
        io.execute(() -> {
            if (asked != newest.get()) {
                return;
            }
            try {
                T found = work.get();
                tell(asked, () -> answer.accept(found));
            } catch (CsvException e) {
                tell(asked, () -> mistake.accept(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a CSV file could not be read", e);
                tell(asked, () -> mistake.accept(texts.get("data.csv.broken")));
            }
        });
    }

    private void tell(long asked, Runnable answer) {
        fx.execute(() -> {
            if (asked == newest.get()) {
                answer.run();
            }
        });
    }
}
