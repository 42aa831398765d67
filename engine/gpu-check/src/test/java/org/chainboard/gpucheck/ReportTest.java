package org.chainboard.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chainboard.workload.Workload;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Note PASS = Note.of(Note.Kind.PASS, "right");
    private static final Note FAIL = Note.of(Note.Kind.FAIL, "SIN is wrong");
    private static final Note LEFT_OUT = Note.of(Note.Kind.LEFT_OUT, "there is no PyTorch");

    private static Map<Part, List<Note>> all(Note note) {
        Map<Part, List<Note>> findings = new EnumMap<>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> findings.put(part, List.of(note)));
        return findings;
    }

    private static Map<Part, List<Note>> with(Part part, Note note) {
        Map<Part, List<Note>> findings = all(PASS);
        findings.put(part, List.of(note));
        return findings;
    }

    @Test
    void itAgreesWhereEverythingPassed() {
        assertThat(new Report(all(PASS)).agrees()).isTrue();
    }

    @Test
    void itAgreesWithoutPyTorch() {
        assertThat(new Report(with(Part.PYTORCH, LEFT_OUT)).agrees()).isTrue();
    }

    @Test
    void whatDecidesAndWasLeftOutHasNotPassed() {
        assertThat(new Report(with(Part.CONFORMANCE, LEFT_OUT)).agrees()).isFalse();
    }

    @Test
    void whatDecidesAndWasNotAskedForHasNotPassed() {
        Map<Part, List<Note>> findings = all(PASS);
        findings.remove(Part.TRAINING);

        assertThat(new Report(findings).agrees()).isFalse();
    }

    @Test
    void aFailureAnywhereIsAFailure() {
        assertThat(new Report(with(Part.SPEED, FAIL)).agrees()).isFalse();
    }

    @Test
    void whatFailedIsNamed() {
        assertThat(new Report(with(Part.CONFORMANCE, FAIL)).text()).contains("* FAIL: SIN is wrong");
    }

    @Test
    void figuresStandInOneTable() {
        Map<Part, List<Note>> findings = with(Part.SPEED, new Figure(Workload.W3, "ours", 41.24, 55, 1000).note());
        findings.put(Part.PYTORCH, List.of(new Figure(Workload.W4, "theirs", 1234.5, 9.876, 10).note()));

        assertThat(new Report(findings).text()).contains("""
                        |  | W3 | W4 |
                        |---|---|---|
                        | ours | 41.2 / 55.0 | - |
                        | theirs | - | (1,235 / 9.88) |
                        """);
    }

    @Test
    void targetsAreJudgedByWhatWasMeasured() {
        List<Figure> figures = List.of(
                new Figure(Workload.W7, Way.USUAL.name(), 59, 70, 1000),
                new Figure(Workload.W3, Way.USUAL.name(), 50, 70, 1000),
                new Figure(Workload.W3, Way.PYTORCH, 40, 70, 1000));

        assertThat(new Targets(figures).text().lines().skip(2).limit(3))
                .extracting(line -> line.substring(line.lastIndexOf(": ")))
                .containsExactly(
                        ": reached, 59.0 µs.", ": missed, PyTorch takes 0.80 times as long.", ": not measured.");
    }

    @Test
    void aNoteIsReadAsItWasWritten() {
        Note note = Note.of(Note.Kind.FAIL, "two\nlines", "and\ta word");

        assertThat(Note.parse(note.line())).isEqualTo(note);
    }

    @Test
    void theScriptsLinesAreRead() {
        assertThat(FlatJson.parse(
                        "{\"network\": \"W1\", \"row\": 1.5e3, \"losses\": [1.0, 2.0], \"fact\": \"a \\\"b\\\"\"}"))
                .isEqualTo(Map.of("network", "W1", "row", "1.5e3", "losses", "1.0, 2.0", "fact", "a \"b\""));
    }
}
