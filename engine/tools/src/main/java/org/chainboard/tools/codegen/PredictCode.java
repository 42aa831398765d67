package org.chainboard.tools.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** The methods that take features and give numbers, in the units of the data. */
final class PredictCode {
    static final String FEATURES = "features";
    static final String RUN = "run";
    static final String SAMPLE = "sample";

    private static final ArrayTypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);

    private PredictCode() {}

    static void addTo(TypeSpec.Builder type, Subject subject) {
        Answers answers = subject.answers();
        String gives = gives(answers);
        type.addMethod(ofOne("predict", "Predicts from the features of one sample.", gives));
        type.addMethod(ofMany("predict", "Predicts for many samples at once: a column for each.", result(answers)));
        answers.shares().ifPresent(activation -> {
            String meaning = shareMeaning(answers, activation);
            type.addMethod(ofOne("probabilities", meaning, "a share, from 0 to 1, " + forEach(answers)));
            type.addMethod(ofMany(
                    "probabilities", "The same for many samples at once: a column for each.", shares(activation)));
        });
    }

    /** What the methods for people share. */
    static void addHelpersTo(TypeSpec.Builder type, Subject subject) {
        type.addMethod(sample());
        type.addMethod(run(subject));
    }

    private static String gives(Answers answers) {
        return answers.shares().filter(step -> step != Activation.IDENTITY).isPresent()
                ? "one number " + forEach(answers) + ", before {@link #probabilities} makes shares of them"
                : "one number " + forEach(answers) + (answers.standardiser().isPresent() ? ", in its own units" : "");
    }

    private static String forEach(Answers answers) {
        String names = NameLists.ofOutputs(answers);
        return names.isEmpty() ? "for each output" : "for each of {@link #" + names + "}";
    }

    private static String shareMeaning(Answers answers, Activation activation) {
        String what = answers.hasClasses() ? "How likely each class is" : "How likely each target is 1";
        return switch (activation) {
            case SOFTMAX -> what + ", as the loss understood it in training: the softmax of the prediction.";
            case SIGMOID -> what + ", as the loss understood it in training: the sigmoid of the prediction.";
            default -> what + ": the prediction itself.";
        };
    }

    private static MethodSpec ofOne(String name, String meaning, String gives) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(DOUBLES)
                .addParameter(DOUBLES, FEATURES)
                .varargs()
                .addJavadoc("$L\n\n", Comments.wrap(meaning))
                .addJavadoc("@param features one number for each of {@link #FEATURES}, in the units of the data\n")
                .addJavadoc("@return $L\n", gives)
                .addJavadoc("@throws IllegalArgumentException when there are more or fewer features\n")
                .addStatement("return $L($L($L)).toDoubles()", name, SAMPLE, FEATURES)
                .build();
    }

    private static MethodSpec ofMany(String name, String meaning, CodeBlock result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(Tensor.class)
                .addParameter(Tensor.class, FEATURES)
                .addJavadoc("$L\n\n", meaning)
                .addJavadoc("@param features features x samples\n")
                .addJavadoc("@return outputs x samples\n")
                .addStatement("return $L", result)
                .build();
    }

    private static CodeBlock result(Answers answers) {
        return answers.standardiser().isPresent()
                ? CodeBlock.of("outputs.invert($L($L).cast($T.F64))", RUN, FEATURES, DType.class)
                : CodeBlock.of("$L($L)", RUN, FEATURES);
    }

    private static CodeBlock shares(Activation activation) {
        return activation == Activation.IDENTITY
                ? CodeBlock.of("$L($L)", RUN, FEATURES)
                : CodeBlock.of("$T.$L.apply($L($L))", Activation.class, activation.name(), RUN, FEATURES);
    }

    private static MethodSpec sample() {
        return MethodSpec.methodBuilder(SAMPLE)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Tensor.class)
                .addParameter(DOUBLES, FEATURES)
                .addJavadoc("One sample as a batch of one column.\n")
                .addStatement(
                        "return $T.of($T.of($L.length, 1), $T.F64, $L)",
                        Tensor.class,
                        Shape.class,
                        FEATURES,
                        DType.class,
                        FEATURES)
                .build();
    }

    private static MethodSpec run(Subject subject) {
        int count = subject.schema().features().size();
        MethodSpec.Builder method = MethodSpec.methodBuilder(RUN)
                .addModifiers(Modifier.PRIVATE)
                .returns(Tensor.class)
                .addParameter(Tensor.class, FEATURES)
                .addJavadoc("What the layers say to features in the units of the data.\n")
                .addStatement("$T shape = $L.shape()", Shape.class, FEATURES)
                .beginControlFlow("if (shape.rank() != 2 || shape.dim(0) != FEATURES.size())")
                .addStatement(
                        "$T given = shape.rank() == 2 ? $T.valueOf(shape.dim(0)) : $S + shape",
                        String.class,
                        String.class,
                        "an array of size ")
                .addStatement("$T names = $T.join($S, FEATURES)", String.class, String.class, ", ")
                .addStatement(
                        "throw new $T($S + names + $S + given)",
                        IllegalArgumentException.class,
                        "This model needs " + count + (count == 1 ? " feature (" : " features ("),
                        "), got ")
                .endControlFlow();
        boolean standardised = Answers.changes(subject.schema().inputs()).isPresent();
        CodeBlock numbers = standardised
                ? CodeBlock.of("inputs.apply($L.cast($T.F64))", FEATURES, DType.class)
                : CodeBlock.of("$L", FEATURES);
        boolean same = standardised && subject.dtype() == DType.F64;
        return method.addStatement(
                        same ? "return apply($L)" : "return apply($L.cast($T.$L))",
                        same
                                ? new Object[] {numbers}
                                : new Object[] {
                                    numbers, DType.class, subject.dtype().name()
                                })
                .build();
    }
}
