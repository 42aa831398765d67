package org.chainboard.app.inspector.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectorColoursTest {
    @Test
    void keywordsTextNumbersAndCommentsAreToldApart() {
        assertThat(parts("@Override int x = 1.5e-3f; // int"))
                .containsExactly("annotation:@Override", "keyword:int", "number:1.5e-3f", "comment:// int");
    }

    @Test
    void aKeywordInATextIsText() {
        assertThat(parts("String s = \"a \\\" class\";")).containsExactly("text-value:\"a \\\" class\"");
    }

    private static List<String> parts(String java) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (var span : JavaColours.of(java)) {
            String text = java.substring(at, at + span.getLength());
            span.getStyle().forEach(style -> parts.add(style + ":" + text));
            at += span.getLength();
        }
        return parts;
    }
}
