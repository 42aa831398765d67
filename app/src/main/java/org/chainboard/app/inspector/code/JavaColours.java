package org.chainboard.app.inspector.code;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Which parts of a Java text are keywords, comments, text and numbers; the names are classes of the style sheet. */
final class JavaColours {
    private static final List<String> KINDS = List.of("comment", "text-value", "annotation", "keyword", "number");

    private static final Pattern PARTS = Pattern.compile(
            "(//[^\n]*|/\\*.*?\\*/)"
                    + "|(\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*')"
                    + "|(@\\w+)"
                    + "|\\b(abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final"
                    + "|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|private|protected"
                    + "|public|record|return|short|static|super|switch|this|throw|throws|true|false|try|var|void|while)\\b"
                    + "|\\b(\\d[\\d_.]*(?:[eE][+-]?\\d+)?[fFdDlL]?)",
            Pattern.DOTALL);

    private JavaColours() {}

    static StyleSpans<Collection<String>> of(String java) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = PARTS.matcher(java);
        int done = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - done);
            spans.add(List.of(kind(matcher)), matcher.end() - matcher.start());
            done = matcher.end();
        }
        spans.add(List.of(), java.length() - done);
        return spans.create();
    }

    private static String kind(Matcher matcher) {
        for (int i = 0; i < KINDS.size(); i++) {
            if (matcher.group(i + 1) != null) {
                return KINDS.get(i);
            }
        }
        throw new IllegalStateException("a part of no kind");
    }
}
