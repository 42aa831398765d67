package org.chainboard.app.dataset;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;
import org.chainboard.tools.training.UsualLoss;

/** What can be done to the data of a document. */
final class DataEdits {
    /** A fifth of one's own data is kept for testing until a person says otherwise. */
    static final double USUAL_TEST_SHARE = 0.2;

    private DataEdits() {}

    /** Another set that the program makes; share, standardising and the loss follow as far as they must. */
    static Edit generated(DataSource.Generated source, boolean classes) {
        return Edit.of("edit.data", List.of(), document -> with(document, withSource(document, source), classes));
    }

    /** A file of one's own, prepared as usual. */
    static Edit csv(DataSource.Csv source) {
        ProjectData data = new ProjectData(source, USUAL_TEST_SHARE, Standardise.ALL);
        return Edit.of("edit.data", List.of(), document -> with(document, data, source.classes()));
    }

    /** Other numbers of the set in use, which stays the same set. */
    static Edit resized(DataSource.Generated source) {
        return data("edit.data.size", data -> new ProjectData(source, data.testShare(), data.standardise()));
    }

    static Edit testShare(double share) {
        return data("edit.data.share", data -> new ProjectData(data.source(), share, data.standardise()));
    }

    static Edit standardise(Standardise which) {
        return data("edit.data.standardise", data -> new ProjectData(data.source(), data.testShare(), which));
    }

    static Edit seed(long seed) {
        return Edits.settings("edit.seed", settings -> settings.withSeed(seed));
    }

    private static Edit data(String nameKey, UnaryOperator<ProjectData> change) {
        return Edits.settings(nameKey, settings -> settings.withData(change.apply(settings.data())));
    }

    private static ProjectData withSource(Document document, DataSource source) {
        ProjectData now = document.settings().data();
        return new ProjectData(source, now.testShare(), now.standardise());
    }

    private static Document with(Document document, ProjectData data, boolean classes) {
        ProjectSettings settings = document.settings();
        String loss =
                UsualLoss.after(document.network(), settings.loss(), classes).text();
        return document.withSettings(settings.withData(data).withLoss(loss));
    }
}
