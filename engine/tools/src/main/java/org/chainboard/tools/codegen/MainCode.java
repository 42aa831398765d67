package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Arrays;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The class as a program. */
final class MainCode {
    private MainCode() {}

    static void addTo(TypeSpec.Builder type, Subject subject) {
        type.addMethod(main(subject));
    }

    private static MethodSpec main(Subject subject) {
        String name = subject.className();
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addJavadoc("Predicts for the numbers on the command line; without any it says how to call it.\n")
                .beginControlFlow("if (args.length != FEATURES.size())")
                .addStatement("$T.out.println(usage())", System.class)
                .addStatement("return")
                .endControlFlow()
                .addStatement("double[] features")
                .beginControlFlow("try")
                .addStatement(
                        "features = $T.stream(args).mapToDouble($T::parseDouble).toArray()", Arrays.class, Double.class)
                .nextControlFlow("catch ($T e)", NumberFormatException.class)
                .addStatement("$T.out.println(usage())", System.class)
                .addStatement("return")
                .endControlFlow()
                .addStatement("$L model = new $L()", name, name)
                .addCode(print(subject.answers()))
                .build();
    }

    private static CodeBlock print(Answers answers) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (answers.hasClasses()) {
            code.addStatement("$T.out.println(model.classify(features))", System.class);
        }
        code.addStatement(
                "double[] answers = model.$L(features)", answers.shares().isPresent() ? "probabilities" : "predict");
        String names = NameLists.ofOutputs(answers);
        if (names.isEmpty()) {
            return code.addStatement("$T.out.println($T.toString(answers))", System.class, Arrays.class)
                    .build();
        }
        return code.beginControlFlow("for (int i = 0; i < answers.length; i++)")
                .addStatement(
                        "$T.out.printf($T.ROOT, $S, $L.get(i), answers[i])",
                        System.class,
                        Locale.class,
                        answers.hasClasses() && answers.shares().isPresent() ? "  %s: %.4f%n" : "%s = %.6g%n",
                        names)
                .endControlFlow()
                .build();
    }

    static void addHelpersTo(TypeSpec.Builder type, Subject subject) {
        type.addMethod(usage(subject));
    }

    private static MethodSpec usage(Subject subject) {
        boolean one = subject.schema().features().size() == 1;
        return MethodSpec.methodBuilder("usage")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(String.class)
                .addStatement(
                        "return $S + $T.join($S, FEATURES) + $S",
                        "Call it with " + (one ? "a number" : "one number") + " for each of these features: ",
                        String.class,
                        ", ",
                        ".")
                .build();
    }
}
