package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The names of what goes in and comes out. */
final class NameLists {
    static final String FEATURES = "FEATURES";
    static final String CLASSES = "CLASSES";
    static final String TARGETS = "TARGETS";

    private static final int MOST_ON_THE_LINE = 60;
    private static final ParameterizedTypeName STRINGS = ParameterizedTypeName.get(List.class, String.class);

    private NameLists() {}

    static void addTo(TypeSpec.Builder type, Subject subject) {
        Answers answers = subject.answers();
        type.addField(list(FEATURES, subject.schema().features(), "What the model is given, in this order."));
        if (answers.hasClasses()) {
            String what = Comments.words(answers.targets().get(0));
            type.addField(
                    list(CLASSES, answers.classes(), "What <i>" + what + "</i> can be, a class for each output."));
        } else if (!answers.targets().isEmpty()) {
            type.addField(list(TARGETS, answers.targets(), "What it predicts, in this order."));
        }
    }

    /** The list that names the outputs; empty where nobody knows what they are. */
    static String ofOutputs(Answers answers) {
        if (answers.hasClasses()) {
            return CLASSES;
        }
        return answers.targets().isEmpty() ? "" : TARGETS;
    }

    private static FieldSpec list(String name, List<String> names, String meaning) {
        String items = Literals.list(names.stream().map(Literals::text).toList());
        String layout = items.length() > MOST_ON_THE_LINE ? "$T.of(\n$>$>$L$<$<)" : "$T.of($L)";
        return FieldSpec.builder(STRINGS, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", Comments.wrap(meaning))
                .initializer(CodeBlock.of(layout, List.class, items))
                .build();
    }
}
