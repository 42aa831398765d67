package org.chainboard.tools.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.chainboard.engine.layer.Layer;

/** Puts the class together: what goes in and out, the layers, the predictions, and last the numbers. */
final class SourceText {
    static final String INDENT = "    ";

    /** A comment of one line, which the library writes in three. */
    private static final Pattern LONG_FORM = Pattern.compile("/\\*\\*\n *\\* (.*)\n *\\*/");

    private SourceText() {}

    static String of(Subject subject) {
        Learned learned = new Learned();
        TypeSpec.Builder type = TypeSpec.classBuilder(subject.className())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Layer.class)
                .addJavadoc("$L\n", ClassDoc.of(subject));
        NameLists.addTo(type, subject);
        ModelCode.addTo(type, subject, learned);
        PredictCode.addTo(type, subject);
        if (subject.answers().hasClasses()) {
            ClassifyCode.addTo(type, subject);
        }
        MainCode.addTo(type, subject);
        PredictCode.addHelpersTo(type, subject);
        if (subject.answers().hasClasses()) {
            ClassifyCode.addHelpersTo(type, subject);
        }
        MainCode.addHelpersTo(type, subject);
        learned.addTo(type);
        JavaFile file = JavaFile.builder("", type.build())
                .skipJavaLangImports(true)
                .indent(INDENT)
                .build();
        String text = file.toString().replaceAll(" +\n", "\n");
        return LONG_FORM.matcher(text).replaceAll("/** $1 */");
    }
}
